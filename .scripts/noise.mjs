// Chromium's remarks about services that a container or a virtual display does not have; Mneme does without them.
const NOISE = [
  /:(bus|object_proxy|viz_main_impl|gpu_\w+|gl_\w+|vaapi_\w+|viz_\w+|angle_\w+|command_buffer_\w+|sandbox_linux|zygote_\w+)\.cc/,
  /^glx: |ContextResult::k|Failed to shutdown|GPU process|eglInitialize|libva error|vkCreateInstance|MESA:|Gtk-WARNING/,
];

/** @param {string} line */
export const isNoise = (line) => line.trim() === "" || NOISE.some((pattern) => pattern.test(line));
