import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { fetchImage } from "../../main/fetchImage.ts";
import { fetchImages } from "../../main/fetchImages.ts";
import { isPublic } from "../../main/isPublic.ts";

const gif = Buffer.from("GIF89a\x01\0\x01\0", "latin1");
const servers: Server[] = [];

/** A server on this machine; its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const anywhere = { allowed: () => true, signal: new AbortController().signal };

describe("an image of the web", () => {
  it("comes in, also by way of another address", async () => {
    const origin = await serve(({ url }, response) => {
      if (url === "/moved") response.writeHead(302, { location: "/a.gif" }).end();
      else response.end(gif);
    });
    expect(Buffer.from(await fetchImage(`${origin}/moved`, anywhere))).toEqual(gif);
  });

  it.each([
    ["a page", "<html>", 200, /no image/],
    ["nothing", "", 200, /no image/],
    ["a refusal", "GIF89a", 404, /answered with 404/],
  ])("%s is not taken for one", async (_, body, status, why) => {
    const origin = await serve((_request, response) =>
      response.writeHead(status, { "content-type": "image/gif" }).end(body),
    );
    await expect(fetchImage(`${origin}/a.gif`, anywhere)).rejects.toThrow(why);
  });

  it("is given up when it is too large, or sent around for ever", async () => {
    const origin = await serve(({ url }, response) => {
      if (url === "/round") response.writeHead(302, { location: "/round" }).end();
      else response.end(Buffer.concat([gif, Buffer.alloc(20_000_000)]));
    });
    await expect(fetchImage(`${origin}/large`, anywhere)).rejects.toThrow(/20 MB/);
    await expect(fetchImage(`${origin}/round`, anywhere)).rejects.toThrow(/too often/);
  });

  it.each(["ftp://example.org/a.gif", "file:///etc/passwd", "data:image/gif;base64,R0lG", "a.gif", ""])(
    "%j is no address of the web",
    async (url) => {
      await expect(fetchImage(url, anywhere)).rejects.toThrow(/none of the web/);
    },
  );

  it("is never asked of this machine or its network, by number or by name, not even after a redirect", async () => {
    let asked = 0;
    const origin = await serve((_request, response) => {
      asked += 1;
      response.end(gif);
    });
    const port = new URL(origin).port;
    const safe = { allowed: isPublic, signal: anywhere.signal };
    for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"])
      await expect(fetchImage(`http://${host}:${port}/`, safe), host).rejects.toThrow(/private network/);
    expect(asked).toBe(0);
    const first = await serve((_request, response) => {
      response.writeHead(302, { location: `http://localhost:${port}/` }).end();
    });
    // Only the first server may be reached: it is let through once.
    let rest = 1;
    const once = { allowed: () => rest-- > 0, signal: anywhere.signal };
    await expect(fetchImage(first, once)).rejects.toThrow(/private network/);
    expect(asked).toBe(0);
  });
});

describe("several", () => {
  it("come in beside each other; what fails is told, and what is stopped stops", async () => {
    const origin = await serve(({ url }, response) => {
      if (url === "/b.gif") response.writeHead(500).end();
      else if (url !== "/never") response.end(gif);
    });
    const steps: number[] = [];
    const common = { allowed: () => true, put: async () => "hash", now: () => 7 };
    const { images, view } = await fetchImages([`${origin}/a.gif`, `${origin}/b.gif`, `${origin}/c.gif`], {
      ...common,
      signal: anywhere.signal,
      progress: ({ done }) => steps.push(done),
    });
    expect(images.map(({ url, at }) => [url, at]).sort()).toEqual([
      [`${origin}/a.gif`, 7],
      [`${origin}/c.gif`, 7],
    ]);
    expect(view).toEqual({
      done: 2,
      total: 3,
      failed: [{ url: `${origin}/b.gif`, why: expect.stringMatching(/500/) }],
    });
    expect(steps).toEqual([1, 2, 3]);

    const stop = new AbortController();
    const stopped = fetchImages([`${origin}/a.gif`, `${origin}/never`, `${origin}/never`], {
      ...common,
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    expect((await stopped).images).toHaveLength(1);
  });
});

describe("isPublic", () => {
  it.each(["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])("%s is", (address) => {
    expect(isPublic(address)).toBe(true);
  });
  it.each([
    ...["127.0.0.1", "127.255.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
    ...["100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"],
    ...[
      "::1",
      "::",
      "fe80::1",
      "fc00::1",
      "fd12::1",
      "::ffff:8.8.8.8",
      "64:ff9b::808:808",
      "2002:7f00:1::",
      "2001:db8::1",
    ],
    ...["ff02::1", "", "localhost", "1.2.3", "fe80::1%eth0"],
  ])("%j is not", (address) => {
    expect(isPublic(address)).toBe(false);
  });
  it("is said of nothing within the private networks", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom("10", "127", "0", "192.168", "169.254"), byte, byte, byte, (net, a, b, c) => {
        const rest = [a, b, c].slice(0, 4 - net.split(".").length).join(".");
        return !isPublic(`${net}.${rest}`);
      }),
    );
  });
});
