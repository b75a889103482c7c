import { isObject, type Json, type JsonObject } from "../json.ts";

// Keys of objects; a dot leads into an object in the object.

/** The object with these keys first, as Anki itself writes them: what says the same should look the same. */
export function inOrder(json: JsonObject, keys: readonly string[]): JsonObject {
  const first = keys.flatMap((key) => (Object.hasOwn(json, key) ? [[key, json[key]] as const] : []));
  return Object.fromEntries([...first, ...Object.entries(json).filter(([key]) => !keys.includes(key))]) as JsonObject;
}

/** An object, and the objects in it, of which something is taken out. */
export function copy(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, isObject(value) ? { ...value } : value]));
}

export function put(json: JsonObject, key: string, value: Json): void {
  const [outer = "", inner] = key.split(".");
  if (inner === undefined) json[outer] = value;
  else {
    const object = json[outer];
    if (isObject(object)) object[inner] = value;
    else json[outer] = { [inner]: value };
  }
}

export function take(json: JsonObject, key: string): Json | undefined {
  const [outer = "", inner] = key.split(".");
  const object = json[outer];
  if (inner === undefined) {
    delete json[outer];
    return object;
  }
  if (!isObject(object)) return undefined;
  const value = object[inner];
  delete object[inner];
  return value;
}

/** Keys that Anki did not know, beside those that it did. */
export function merge(json: JsonObject, other: JsonObject): void {
  for (const [key, value] of Object.entries(other)) {
    const there = json[key];
    if (isObject(there) && isObject(value)) Object.assign(there, { ...value, ...there });
    else if (!Object.hasOwn(json, key))
      Object.defineProperty(json, key, { value, enumerable: true, configurable: true, writable: true });
  }
}
