// The program itself, by a clock that was set before it started.
const path = require('node:path');

const Real = Date;
const by = Number(process.env.COMPANION_CLOCK);
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + by] : given));
  }
  static now() {
    return Real.now() + by;
  }
};
require(path.join(__dirname, '../../../../out/main.cjs'));
