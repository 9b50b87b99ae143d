// Some other program on the desk: shows a text that can be marked, and takes a key for itself if it is told to.
const { app, BrowserWindow, globalShortcut } = require('electron');

const text = process.env.OTHER_TEXT ?? '';
const key = process.env.OTHER_KEY ?? '';

app.whenReady().then(async () => {
  const window = new BrowserWindow({ x: 0, y: 0, width: 420, height: 120, frame: false });
  const page = `<body style="margin:20px;font:20px sans-serif"><p>${text}</p></body>`;
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`);
  const owns = key !== '' && globalShortcut.register(key, () => console.log('pressed'));
  console.log(owns || key === '' ? 'ready' : 'the key is taken');
});
