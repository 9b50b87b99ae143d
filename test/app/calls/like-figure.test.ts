import { expect, it } from 'vitest';
import { createLikeFigure } from '../../../app/calls/like-figure.ts';

const isLikeFigure = createLikeFigure();

it.each([
  ...['0102', '00', '1.5', '1,234', '10:30', '12/11/2026', '3-4', '1e5', '1E+5', '1.500,00', '.5', '(500)'],
  ...['๐๘๑๒', '๐๘ ๑๒๓', '฿500', '$5', '500 ฿', '5%', 'March 5', '5 mar', 'Nov-23', 'sep 2026', '5may'],
  ...['23 พ.ย. 2569', '5 มกราคม 69', 'มี.ค. 69', '10:30 AM', '3pm', '3 p.m.', '2026-11-23 10:30'],
])('a spreadsheet may take %s for a figure', (text) => {
  expect(isLikeFigure(text)).toBe(true);
});

it.each([
  ...['', '102', '1', '81 234 5678', '081 234 5678', '+66 81 234 5678', '1234567', 'May', 'สมชาย', '#vip2'],
  ...[
    'Room 12',
    'ACME 2',
    '2:13 price agreed',
    'call 5 May please',
    'e5',
    'x1e5',
    'มกราคม',
    '5 marbles',
    '-',
    '%',
  ],
])('%s is text as it is', (text) => {
  expect(isLikeFigure(text)).toBe(false);
});
