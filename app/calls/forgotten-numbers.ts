/** Numbers of which nothing is to be kept that began until a moment. */
export interface ForgottenNumbers {
  /** It is known to this account which ones: before that nothing may be shown or kept, and it may never be. */
  knownTo(account: string): Promise<void>;
  /** It is not known, and was to be by now. */
  waits(): boolean;
  /** Somebody wants to see: it is asked once more. */
  ask(): Promise<void>;
  /** `start`: by the PBX's clock. */
  has(number: string, start: number): boolean;
  /** It was a call with one of them. */
  hasCall(id: string): boolean;
}
