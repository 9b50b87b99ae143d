import { strToU8, zipSync } from 'fflate';
import { readShown } from '../util/zone.ts';
import { type Cell, cellText, type Table } from './table.ts';

/**
 * A workbook with one sheet (ECMA-376, Office Open XML). Text is text there, whatever it begins with: no cell is ever a formula, and numbers
 * of telephones keep their zero.
 */
export function toXlsx(table: Table, { sheet }: { readonly sheet: string }): Uint8Array {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${ns.types}"><Default Extension="rels" ContentType="${mime}package.relationships+xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${ns.main}" xmlns:r="${ns.relation}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': worksheet(table),
  };
  const bytes = Object.entries(files).map(([name, xml]) => [name, strToU8(head + xml)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 3 });
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mime = 'application/vnd.openxmlformats-';
const schemas = 'http://schemas.openxmlformats.org';
const ns = {
  main: `${schemas}/spreadsheetml/2006/main`,
  types: `${schemas}/package/2006/content-types`,
  relations: `${schemas}/package/2006/relationships`,
  relation: `${schemas}/officeDocument/2006/relationships`,
} as const;

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${mime}officedocument.spreadsheetml.${kind}+xml"/>`;
}

function relationships(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${ns.relation}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${ns.relations}">${all.join('')}</Relationships>`;
}

/** By their place in `cellXfs`. */
const style = { plain: 0, heading: 1, moment: 2 } as const;
const styles =
  `<styleSheet xmlns="${ns.main}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font/><font><b/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>' +
  '</styleSheet>';

function worksheet(table: Table): string {
  const rows = table.map((cells, row) => `<row>${cells.map((cell) => cellXml(cell, row)).join('')}</row>`);
  const widths = (table[0] ?? []).map((_, column) => widthOf(table, column));
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  // The headings stay where they are while the calls are scrolled.
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `<worksheet xmlns="${ns.main}"><sheetViews>${view}</sheetViews><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** In characters: what most cells of the column need. */
function widthOf(table: Table, column: number): number {
  const lengths = table.slice(0, 200).map((cells) => textOf(cells[column] ?? '').length);
  return Math.min(40, Math.max(8, ...lengths) + 2);
}

const textOf = (cell: Cell): string => (typeof cell === 'object' ? cell.shown : String(cell));

function cellXml(cell: Cell, row: number): string {
  if (cell === '') return '<c/>';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>';
  const serial = typeof cell === 'object' ? serialOf(cell.shown) : null;
  if (serial !== null) return `<c s="${style.moment}"><v>${serial}</v></c>`;
  const kind = row === 0 ? style.heading : style.plain;
  return `<c t="inlineStr" s="${kind}"><is><t xml:space="preserve">${escaped(textOf(cell))}</t></is></c>`;
}

/** Days since the last of 1899, which is how spreadsheets count. */
function serialOf(shown: string): number | null {
  const at = readShown(shown);
  return at === null ? null : at / 86_400_000 + 25_569;
}

function escaped(text: string): string {
  return (
    cellText(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // `_x0041_` would be read as the character of that number (ST_Xstring).
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  );
}
