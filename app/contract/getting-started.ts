import * as v from 'valibot';

/** What somebody new is shown once, on the dial pad. */
export const startingLines = ['hotkey', 'startAtLogin', 'deskName', 'telLinks', 'boxKey'] as const;
export const StartingLine = v.picklist(startingLines);
export type StartingLine = v.InferOutput<typeof StartingLine>;
