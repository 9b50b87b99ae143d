import fc from 'fast-check';

/**
 * The same examples in each run, so that a red test is somebody's change and no chance. To look for more: `EXAMPLES=2 npm test -- PART`, with
 * another number each time.
 */
fc.configureGlobal({ seed: Number(process.env.EXAMPLES ?? 1) });

export { fc };
