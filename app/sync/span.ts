/** Both ends included. Here: seconds as the PBX's clock shows them, read as if it showed UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
