import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a folder below `base` ("/docs/") as GitHub Pages does, where /page is page.html; returns the address of the base. */
export async function serveFolder({ defer }, folder, base) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
    const wishes = path === null ? [] : [path, `${path}.html`, join(path, 'index.html')];
    for (const wish of wishes.filter((one) => extname(one) in types)) {
      const body = await readFile(join(folder, wish)).catch(() => null);
      if (body === null) continue;
      response.writeHead(200, { 'content-type': types[extname(wish)] }).end(body);
      return;
    }
    response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  defer(() => server.close());
  return `http://127.0.0.1:${server.address().port}${base}`;
}
