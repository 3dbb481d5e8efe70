// An empty window of the desktop runtime, which shows every program of the comparison alike.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true })
  void window.loadURL('about:blank')
})
