/** What is said to whoever started the program from a terminal or a script. */
export const commandLineEn = {
  help: (program: string) => `promptCall Companion: dial from the tray through the promptCall PBX.

  ${program}                   start, or show the running one
  ${program} --show            show the window
  ${program} --dial NUMBER     call a number; your phone rings first
  ${program} --dial-selection  call the number that is selected, else the one copied
  ${program} --dial-clipboard  call the number that is copied
  ${program} --redial          call the last number again
  ${program} tel:NUMBER        open a link (also callto: and sip:); it always asks
  ${program} --diagnostics [FILE]
                               write a file for the help desk; a file that is there stays
  ${program} --check-policy FILE
                               say what of a policy of IT does not fit; starts nothing
  ${program} --set-up FILE     sign in by a set-up file, and remove it; asks nothing
  --ask                        ask before the call
  --help, --version            say this, or which version this is

Exit status: 0 done, 1 not called, 2 not understood, 3 cancelled at the desk,
4 nobody knows (look at your phone before you try again).
Of --diagnostics: 0 written, 1 not written, not started, or the running program did not
answer.
Of --check-policy: 0 everything fits, 2 something does not, or the file can't be read.
Of --set-up: 0 signed in, 1 it could not start or did not answer, 2 the file does not
fit or can't be read, 5 the PBX did not take it, 6 somebody else is signed in, 7 IT's
policy forbids it, 8 no keychain answers: nothing was changed, 9 signed in, but the file
or a setting needs a look.
`,
  wrong: (argument: string) => `Not understood: ${argument}. Try --help.`,
  refused: (argument: string) => `Not started: ${argument} would open the program to others. Leave it out.`,
  asked: 'The call is asked about in the window.',
  cancelled: 'Not called: it was cancelled at the desk.',
  shown: 'The window is shown.',
  diagnosed: (file: string) => `Written: ${file}`,
  notDiagnosed: (file: string, why: string) =>
    why === 'EEXIST' ? `Not written: ${file} is there already.` : `Not written: ${file} (${why}).`,
  noAnswer: 'The running program did not answer.',
  noAnswerToCall: 'The running program did not answer. Look at your phone before you try again.',
  noDisplay: 'Not started: there is no display here. Run it in the session of the person at the desk.',
  started: 'promptCall Companion is starting.',
  notStarted: {
    title: 'promptCall Companion could not start.',
    why: {
      'disk-full': 'The disk is full. Make room and start it again.',
      'not-writable': 'Its folder may not be written to. Ask IT to change that.',
      'not-there': 'Its folder is not there, or is no folder. Ask IT to look at it.',
      'in-use': 'Another program has its folder, or the system let nobody have it. Restart the computer.',
      other: 'Start it again. If it stays like this, tell IT.',
    },
    folder: (folder: string) => `The folder: ${folder}`,
  },
};
