import { createServer, type Server } from 'node:http'
import { expect, testInOneProgram as test } from './fixtures.ts'
import { watchRequests } from './pages/requests.ts'

test.describe('nothing leaves the machine', () => {
  let server: Server
  let reached: string[]
  let address: string

  test.beforeEach(async () => {
    reached = []
    server = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('reached')
    })
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    const bound = server.address()
    address = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  })
  test.afterEach(() => void server.close())

  // Each way a page can reach out, tried in the page against a server that would answer.
  const ways = [
    'fetch',
    'XMLHttpRequest',
    'img',
    'script',
    'stylesheet',
    'iframe',
    'WebSocket',
    'EventSource',
    'beacon',
    'worker',
    'form',
    'prefetch',
    'font',
  ]
  for (const way of ways) {
    test(`not by ${way}`, async ({ desktop }) => {
      const seen = await watchRequests(desktop.app)
      await desktop.page.evaluate(
        ([name, host]) => {
          const url = `http://${host}/${name}`
          const element = (tag: string, set: Record<string, string>) => {
            const made = document.createElement(tag)
            for (const [key, value] of Object.entries(set)) made.setAttribute(key, value)
            return document.body.appendChild(made)
          }
          const tries: Record<string, () => unknown> = {
            fetch: () => fetch(url, { mode: 'no-cors' }),
            XMLHttpRequest: () => {
              const request = new XMLHttpRequest()
              request.open('POST', url)
              request.send('secret')
            },
            img: () => element('img', { src: url }),
            script: () => element('script', { src: url }),
            stylesheet: () => element('link', { rel: 'stylesheet', href: url }),
            iframe: () => element('iframe', { src: url }),
            WebSocket: () => new WebSocket(`ws://${host}/${name}`),
            EventSource: () => new EventSource(url),
            beacon: () => navigator.sendBeacon(url, 'secret'),
            worker: () => new Worker(url),
            form: () => (element('form', { action: url, method: 'post' }) as HTMLFormElement).submit(),
            prefetch: () => element('link', { rel: 'prefetch', href: url }),
            font: () => new FontFace('x', `url(${url})`).load(),
          }
          return Promise.resolve()
            .then(() => tries[name ?? '']?.())
            .then(
              () => undefined,
              () => undefined,
            )
        },
        [way, address],
      )
      await desktop.page.waitForTimeout(300)
      expect(reached).toEqual([])
      expect((await seen()).done.filter((url) => !url.startsWith('app:'))).toEqual([])
      expect(desktop.page.url()).toBe('app://bundle/')
    })
  }

  test('not even from the main process through the session, without the policy of the page', async ({ desktop }) => {
    const answer = await desktop.app.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          () => 'reached',
          () => 'blocked',
        ),
      `http://${address}/session`,
    )
    expect(answer).toBe('blocked')
    expect(reached).toEqual([])
  })
})
