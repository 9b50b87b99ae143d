/** Red of the list's missed calls, a little brighter: the panel may be dark or light. */
const red = '#e5483c';
/** Numerals drawn for the few pixels of a panel: strokes in a box of 6 by 9, which fonts of that size blur. */
const strokes = [
  'M.9 2 2.9.6V8.4',
  'M.6 2.5C.7 1.3 1.7.6 3 .6c1.4 0 2.4.8 2.4 2.1C5.4 4.3 3 5.7.7 8.4H5.5',
  'M.7.6H5.2L2.9 3.7C4.4 3.7 5.4 4.6 5.4 6S4.3 8.4 2.9 8.4C1.8 8.4 1 8 .5 7.2',
  'M4.3 8.4V.6L.5 6.2H5.7',
  'M5.1.6H1.3L1 4.1c.5-.4 1.2-.6 1.9-.6 1.5 0 2.5 1 2.5 2.4S4.3 8.4 2.9 8.4C1.9 8.4 1 8 .5 7.2',
  'M4.6.6C2.3 1.3.6 3.3.6 5.7c0 1.7 1 2.7 2.4 2.7S5.4 7.4 5.4 6 4.4 3.7 3.1 3.7C2 3.7 1 4.3.7 5.3',
  'M.6.6H5.4L2.3 8.4',
  'M3 4.2C1.8 4.2 1 3.5 1 2.4S1.8.6 3 .6 5 1.3 5 2.4 4.2 4.2 3 4.2C1.6 4.2.6 5 .6 6.3S1.6 8.4 3 8.4 5.4 7.6 5.4 6.3 4.4 4.2 3 4.2',
  'M1.4 8.4C3.7 7.7 5.4 5.7 5.4 3.3 5.4 1.6 4.4.6 3 .6S.6 1.6.6 3 1.6 5.3 2.9 5.3C4 5.3 5 4.7 5.3 3.7',
] as const;
const plus = 'M9.5 2.1v5M7 4.6h5';

/** Icons side by side with a count of 1 to 9, then 9+. `electron/tray.ts` cuts one out. */
export const badges = 10;

const drawings = [
  ...strokes.map((stroke, index) => ({ stroke, width: index === 0 ? 3.4 : 6, scale: 1.45 })),
  { stroke: strokes[8] + plus, width: 12.6, scale: 1.18 },
];

/** In the lower right corner, and what parts it from the drawing beneath it. */
const [x, y, radius, gap] = [22, 22, 9.8, 1.92];

/** @param icon the elements of a drawing of 32 by 32 */
export function badgeStrip(icon: string): string {
  const drawn = drawings.map(({ stroke, width, scale }, index) => {
    const [left, top] = [x - (width / 2) * scale, y - 4.5 * scale];
    return `<g transform="translate(${index * 32})">
      <g mask="url(#around)">${icon}</g>
      <circle cx="${x}" cy="${y}" r="${radius}" fill="${red}"/>
      <path transform="translate(${left} ${top}) scale(${scale})" d="${stroke}" fill="none" stroke="#fff"
        stroke-width="1.35" stroke-linecap="round" stroke-linejoin="round"/>
    </g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${badges * 32} 32">
    <mask id="around" maskUnits="userSpaceOnUse" x="0" y="0" width="32" height="32">
      <rect width="32" height="32" fill="#fff"/>
      <circle cx="${x}" cy="${y}" r="${radius + gap}"/>
    </mask>
    ${drawn.join('')}
  </svg>`;
}
