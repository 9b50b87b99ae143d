// Some other program on the desk: shows a text that can be marked, takes a key for itself if it is told to, and says what is dropped on it.
const { app, BrowserWindow, globalShortcut } = require('electron');

const text = process.env.OTHER_TEXT ?? '';
const key = process.env.OTHER_KEY ?? '';

app.whenReady().then(async () => {
  const window = new BrowserWindow({ x: 0, y: 0, width: 420, height: 120, frame: false });
  const page = `<body style="margin:20px;font:20px sans-serif"><p>${text}</p><script>
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', async (event) => {
      event.preventDefault();
      for (const file of event.dataTransfer.files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        console.log(JSON.stringify({ name: file.name, bytes: Array.from(bytes) }));
      }
    });
  </script></body>`;
  // Electron warns there, too.
  window.webContents.on('console-message', (_event, _level, message) => {
    if (message.startsWith('{')) console.log(message);
  });
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`);
  const owns = key !== '' && globalShortcut.register(key, () => console.log('pressed'));
  console.log(owns || key === '' ? 'ready' : 'the key is taken');
});
