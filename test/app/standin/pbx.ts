import { afterEach } from 'vitest';
import { type Pbx, type PbxOptions, startPbx } from '../../pbx/stand-in.ts';

/** Starts stand-ins and closes them after the test that started them. */
export function withPbx(): (options?: Partial<PbxOptions>) => Promise<Pbx> {
  const running: Pbx[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((pbx) => pbx.close()));
  });
  return async (options) => {
    const pbx = await startPbx(options);
    running.push(pbx);
    return pbx;
  };
}
