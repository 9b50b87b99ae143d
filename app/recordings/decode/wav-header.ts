export const wavHeaderBytes = 44;

/** The plainest header there is, over 16-bit samples: what every player reads. Sizes of 4 GB and above are not meant. */
export function wavHeader(sampleRate: number, channels: number, dataBytes: number): Uint8Array {
  const header = Buffer.alloc(wavHeaderBytes);
  header.write('RIFF');
  header.writeUInt32LE(wavHeaderBytes - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
