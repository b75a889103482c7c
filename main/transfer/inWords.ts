import { Failure } from "../contract/faults.ts";
import { codeOf, reason } from "../store/reason.ts";

const words: Record<"read" | "write", Record<string, string>> = {
  read: {
    ENOENT: "there is no such file",
    EISDIR: "it is a folder",
    EACCES: "you may not read it",
    EPERM: "you may not read it",
  },
  write: {
    ENOENT: "there is no such folder",
    EISDIR: "it is a folder",
    EACCES: "you may not write there",
    EPERM: "you may not write there",
    EFBIG: "it would be larger than a file may be there",
    ENOTEMPTY: "there is a folder of that name with something in it",
    EEXIST: "there is a folder of that name with something in it",
    ENOTDIR: "part of the path is a file, not a folder",
  },
};

/** Whatever the system refuses becomes the fault `file`, in words for the person. */
export async function inWords<T>(doing: keyof typeof words, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === "" || error instanceof Failure) throw error;
    throw new Failure({ code: "file", detail: words[doing][code] ?? reason(error) });
  }
}
