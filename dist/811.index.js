export const id = 811;
export const ids = [811];
export const modules = {

/***/ 1714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ beginningOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/adapters/said.ts
var READ_LIMIT = 64 * 1024;
async function beginningOf(response) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > READ_LIMIT) {
        break;
      }
    }
  } catch {
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}




/***/ }),

/***/ 5610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ parseNamespaceInput),
/* harmony export */   fU: () => (/* binding */ globMatcher),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   hE: () => (/* binding */ require_picomatch2),
/* harmony export */   l9: () => (/* binding */ describeSpec),
/* harmony export */   rH: () => (/* binding */ isNamespaceId),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/picomatch/lib/constants.js
var require_constants = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob2 = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob2 = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob2 = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob2 = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob2 = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob2 === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob2 = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob2 === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob2 === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob: isGlob2,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/domain/glob.ts
var import_picomatch = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__toESM */ .f1)(require_picomatch2(), 1);
var MAX_GLOB = 1e3;
function isGlob(text) {
  return import_picomatch.default.scan(text).isGlob;
}
function globMatcher(glob) {
  const matches = glob === "" || glob.length > MAX_GLOB ? void 0 : (0, import_picomatch.default)(glob, { dot: true });
  return (name) => name === glob || matches?.(name) === true;
}

// src/domain/namespace.ts
function parseNamespaceInput(value) {
  const lines = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(value);
  const pairs = lines.map((line) => /^(\S+):\s+(\S.*)$/.exec(line));
  const source = "the input `kv-namespace`";
  if (pairs.every((pair) => pair === null) && lines.length === 1) {
    return [{ glob: "**", spec: bareSpec(lines[0] ?? ""), source }];
  }
  const wrong = lines.find((_, i) => pairs[i] === null);
  if (wrong !== void 0) {
    return { problem: `the line \`${wrong}\` is not \`environment-glob: namespace\`` };
  }
  return pairs.flatMap(
    (pair) => pair === null ? [] : [{ glob: unquote(pair[1] ?? ""), spec: bareSpec(unquote(pair[2] ?? "")), source }]
  );
}
function bareSpec(text) {
  return isNamespaceId(text) ? { kind: "id", id: text.toLowerCase() } : { kind: "name", name: text };
}
function unquote(text) {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
function isNamespaceId(text) {
  return /^[0-9a-f]{32}$/i.test(text);
}
function ruleFor(rules, environment) {
  return rules.find(({ glob }) => globMatcher(glob)(environment));
}
function describeSpec(spec) {
  switch (spec.kind) {
    case "id":
      return spec.id;
    case "title":
      return `titled \`${spec.title}\``;
    case "binding":
      return `bound as \`${spec.binding}\``;
    case "name":
      return `\`${spec.name}\``;
  }
}




/***/ }),

/***/ 1197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   f: () => (/* binding */ DURATION)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// node_modules/ms/index.js
var require_ms = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/ms/index.js"(exports, module) {
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    module.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return Math.round(ms2 / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms2 / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms2 / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms2 / s) + "s";
      }
      return ms2 + "ms";
    }
    function fmtLong(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return plural(ms2, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms2, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms2, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms2, msAbs, s, "second");
      }
      return ms2 + " ms";
    }
    function plural(ms2, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms2 / n) + " " + name + (isPlural ? "s" : "");
    }
  }
});

// src/domain/duration.ts
var import_ms = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_1__/* .__toESM */ .f1)(require_ms(), 1);
var DURATION = /^\d{1,15}(?:\.\d{1,15})?(?:ms|s|m|h)$/;
var LONGEST_DURATION_MS = 24 * 60 * 60 * 1e3;
function parseDuration(text) {
  if (!DURATION.test(text)) {
    return void 0;
  }
  const milliseconds = (0, import_ms.default)(text);
  return milliseconds <= LONGEST_DURATION_MS ? milliseconds : void 0;
}




/***/ }),

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ij: () => (/* binding */ BoundedCache),
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   zE: () => (/* binding */ TreeListing)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/bounded-cache.ts
var BoundedCache = class {
  #limit;
  #entries = /* @__PURE__ */ new Map();
  #weight = 0;
  /** @param limit of the weights of all values together */
  constructor(limit) {
    this.#limit = limit;
  }
  get(key) {
    const entry = this.#entries.get(key);
    if (entry !== void 0) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry?.value;
  }
  has(key) {
    return this.#entries.has(key);
  }
  /** Keeps a value; one that is heavier than the limit is not kept. */
  set(key, value, weight) {
    this.#drop(key);
    if (weight > this.#limit) {
      return;
    }
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit) {
        return;
      }
      this.#drop(oldest);
    }
  }
  #drop(key) {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
};

// src/ports/retry.ts
var MAX_ATTEMPTS = 5;
var MAX_RETRY_AFTER_MS = 6e4;
var FIRST_DELAY_MS = 500;
function retryDelay(fault, attempt, clock) {
  const { failure, retryAfterMs } = fault;
  if (retryAfterMs !== void 0 && retryAfterMs > MAX_RETRY_AFTER_MS) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_1__/* .TagshipError */ .bP(
      "rate-limited",
      `${failure.what} The server asks to wait ${Math.ceil(retryAfterMs / 1e3)} s, and a run waits ${MAX_RETRY_AFTER_MS / 1e3} s at most.`,
      "Run the job again later; Cloudflare allows 1,200 API requests in five minutes.",
      { cause: failure }
    );
  }
  if (attempt >= MAX_ATTEMPTS) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_1__/* .TagshipError */ .bP(failure.code, `${failure.what} It was tried ${attempt} times.`, failure.remedy, {
      location: failure.location,
      cause: failure
    });
  }
  const backoff = FIRST_DELAY_MS * 2 ** (attempt - 1) * (1 + clock.random() / 2);
  return Math.max(retryAfterMs ?? 0, backoff);
}
async function retry(clock, work) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_1__/* .TransientError */ .N_)) {
        throw error;
      }
      await clock.sleep(retryDelay(error, attempt, clock));
    }
  }
}

// src/domain/tree-listing.ts
var NAME = 20;
var SPACE = 32;
var SLASH = 47;
var KINDS = {
  "40000": "folder",
  "120000": "symlink",
  "160000": "submodule"
};
var TreeListing = class _TreeListing {
  #raw;
  /** Where each entry starts, and where the last one ends. */
  #starts;
  constructor(raw) {
    this.#raw = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  }
  /** About how many bytes it takes in memory. */
  get weight() {
    return 500 + 1.2 * this.#raw.length;
  }
  get size() {
    return this.#entryStarts().length - 1;
  }
  /** All entries, in Git's order. */
  all() {
    return Array.from({ length: this.size }, (_, i) => this.#entry(i));
  }
  /** The entry with this name. */
  named(name) {
    const [at] = this.#indicesNamed(name);
    return at === void 0 ? void 0 : this.#entry(at);
  }
  /** The entries with names that start so. */
  startingWith(prefix) {
    return this.#indicesStartingWith(prefix).map((i) => this.#entry(i));
  }
  /**
   * A listing of nothing but some entries.
   * @param names of these, with or without an extension
   * @param beginnings of names
   */
  only(names, beginnings) {
    const kept = /* @__PURE__ */ new Set();
    const keep = (indices) => {
      for (const i of indices) {
        kept.add(i);
      }
    };
    for (const name of names) {
      keep(this.#indicesNamed(name));
      keep(this.#indicesStartingWith(`${name}.`));
    }
    for (const beginning of beginnings) {
      keep(this.#indicesStartingWith(beginning));
    }
    const starts = this.#entryStarts();
    const sorted = [...kept].sort((a, b) => a - b);
    return new _TreeListing(Buffer.concat(sorted.map((i) => this.#raw.subarray(starts[i], starts[i + 1]))));
  }
  /** Where the entry with this name is. A file and a folder stand at different places. */
  #indicesNamed(name) {
    const bytes = Buffer.from(name);
    for (const key of [bytes, Buffer.from(`${name}/`)]) {
      const at = this.#firstFrom(key);
      if (at < this.size && this.#nameOf(at).equals(bytes)) {
        return [at];
      }
    }
    return [];
  }
  #indicesStartingWith(text) {
    const prefix = Buffer.from(text);
    const found = [];
    for (let i = this.#firstFrom(prefix); i < this.size; i++) {
      if (!this.#nameOf(i).subarray(0, prefix.length).equals(prefix)) {
        break;
      }
      found.push(i);
    }
    return found;
  }
  /** The first entry that is not before a key. */
  #firstFrom(key) {
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = from + to >>> 1;
      if (this.#isBefore(middle, key)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
  #isBefore(i, key) {
    const name = this.#nameOf(i);
    const length = Math.min(name.length, key.length);
    const difference = name.compare(key, 0, length, 0, length);
    if (difference !== 0 || name.length >= key.length) {
      return difference < 0;
    }
    const next = key[length] ?? 0;
    return !this.#isFolder(i) || SLASH < next || SLASH === next && key.length > length + 1;
  }
  #isFolder(i) {
    const start = this.#entryStarts()[i] ?? 0;
    return this.#mode(start) === "40000";
  }
  #nameOf(i) {
    const starts = this.#entryStarts();
    const start = starts[i] ?? 0;
    return this.#raw.subarray(this.#spaceAfter(start) + 1, (starts[i + 1] ?? 0) - NAME - 1);
  }
  #entry(i) {
    const starts = this.#entryStarts();
    const end = starts[i + 1] ?? 0;
    return {
      kind: KINDS[this.#mode(starts[i] ?? 0)] ?? "file",
      name: this.#nameOf(i).toString("utf8"),
      oid: this.#raw.toString("hex", end - NAME, end)
    };
  }
  #mode(start) {
    return this.#raw.toString("latin1", start, this.#spaceAfter(start));
  }
  #spaceAfter(start) {
    return this.#raw.indexOf(SPACE, start);
  }
  #entryStarts() {
    this.#starts ??= startsOf(this.#raw);
    return this.#starts;
  }
};
function startsOf(raw) {
  const starts = [0];
  for (let at = 0; at < raw.length; ) {
    let zero = at;
    while (zero < raw.length && raw[zero] !== 0) {
      zero++;
    }
    at = zero + 1 + NAME;
    if (at > raw.length) {
      break;
    }
    starts.push(at);
  }
  return Uint32Array.from(starts);
}




/***/ }),

/***/ 8146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ remedyOfClosed)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/access.ts
var CLOSED = [
  [
    /\bSAML\b/,
    'Authorize the token for the single sign-on of the organization (the URL in the message, or "Configure SSO" beside the token in your settings), or use the token of a GitHub App that is installed there.'
  ],
  [
    /\bIP allow list\b/i,
    "Add the address of the runner to the IP allow list of the organization or enterprise, or run the job on a runner whose address is on it."
  ],
  [
    /\barchived\b[^.]{0,40}\bread-only\b/i,
    "Unarchive the repository (Settings → General → Danger Zone), or stop the workflows that write to it."
  ],
  [
    /\b(?:locked|disabled)\b[^.]{0,60}\b(?:migrat|staff|owner|billing)|\bmigrat\w*[^.]{0,60}\blocked\b/i,
    "Ask the owner of the repository why it is locked or disabled: no token can change it until that is over."
  ]
];
function remedyOfClosed(said) {
  return CLOSED.find(([words]) => words.test(said))?.[1];
}




/***/ }),

/***/ 9041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ byteLength),
/* harmony export */   f: () => (/* binding */ KV_LIMITS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/limits.ts
var KV_LIMITS = {
  key: 512,
  value: 25 * 1024 * 1024,
  metadata: 1024,
  /** Pairs in one bulk write. */
  bulkPairs: 1e4,
  /** The whole body of one bulk write. */
  bulkBody: 100 * 1e3 * 1e3,
  /** Keys in one bulk read. */
  bulkGet: 100
};
var encoder = new TextEncoder();
function byteLength(text) {
  return encoder.encode(text).length;
}




/***/ }),

/***/ 2445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iR: () => (/* binding */ proxiedFetch),
/* harmony export */   is: () => (/* binding */ withinOrigin),
/* harmony export */   sh: () => (/* binding */ prepareFetch),
/* harmony export */   tA: () => (/* binding */ Astray),
/* harmony export */   wU: () => (/* binding */ astrayIn)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/adapters/transport.ts
function proxiedFetch(environment) {
  const named = (name) => environment[name.toLowerCase()] || environment[name];
  const httpProxy = named("HTTP_PROXY");
  const httpsProxy = named("HTTPS_PROXY") ?? httpProxy;
  if (httpsProxy === void 0) {
    return void 0;
  }
  const noProxy = named("NO_PROXY") ?? "";
  let loaded;
  return async (input, init) => {
    loaded ??= Promise.all(/* import() */[__webpack_require__.e(844), __webpack_require__.e(166)]).then(__webpack_require__.bind(__webpack_require__, 6166)).then(
      ({ throughProxy }) => throughProxy({ ...httpProxy === void 0 ? {} : { httpProxy }, httpsProxy, noProxy })
    );
    return await (await loaded)(input, init);
  };
}
var REDIRECTS = 3;
var REDIRECT_STATUSES = [301, 302, 303, 307, 308];
var Astray = class extends Error {
  name = "Astray";
};
function astrayIn(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Astray) {
      return cause;
    }
  }
  return void 0;
}
function withinOrigin(fetch) {
  return async (input, init) => {
    const send = fetch ?? globalThis.fetch;
    let url = input instanceof Request ? input.url : String(input);
    let request = { ...init, redirect: "manual" };
    let response = await send(input, request);
    for (let hop = 1; isRedirect(response); hop++) {
      await response.body?.cancel();
      url = redirectedTo(response, url);
      if (hop > REDIRECTS) {
        throw new Astray(`it sends on more than ${REDIRECTS} times`);
      }
      request = response.status === 303 ? toSee(request) : request;
      response = await send(url, request);
    }
    return response;
  };
}
function isRedirect({ status, headers }) {
  return REDIRECT_STATUSES.includes(status) && headers.has("location");
}
function redirectedTo({ status, headers }, from) {
  const to = URL.parse(headers.get("location") ?? "", from);
  if (to === null || !/^https?:$/.test(to.protocol)) {
    throw new Astray(`it answered ${status} and names no place to go on to`);
  }
  const { origin } = new URL(from);
  if (to.origin !== origin) {
    throw new Astray(`it sends on from \`${origin}\` to \`${to.origin}\`, and only the origin that was named is asked`);
  }
  return to.href;
}
function toSee({ body: _, ...request }) {
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  return { ...request, headers, method: "GET" };
}
function prepareFetch(fetch) {
  if (fetch === void 0) {
    new Headers();
  }
}




/***/ }),

/***/ 7475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ forbiddenVariable),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   DF: () => (/* binding */ variablesIn),
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   V6: () => (/* binding */ placeholderProblem),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1947);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/gate/quoting.ts
var TOKENS = {
  promql: /#[^\n]*|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`[^`]*`?|[^"'`#]+/gs,
  sql: /--[^\n]*|\/\*.*?(?:\*\/|$)|'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|[^'"`/-]+|[/-]/gs,
  jsonpath: /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[^"']+/gs
};
function segmentsOf(template, language) {
  const texts = template.match(TOKENS[language]) ?? [];
  return texts.map((text, at) => ({ text, escape: ESCAPES[language](text, texts[at - 1] ?? "") }));
}
var ESCAPES = {
  promql: (text, before) => {
    const literal = /[=!|]~\s*$/.test(before) ? quoteRegularExpression : (value) => value;
    if (/^["']/.test(text)) {
      return (value) => promqlString(literal(value) ?? "");
    }
    return text.startsWith("`") ? (value) => only(/^[^`\p{Cc}]*$/u, literal(value)) : (value) => only(/^[\w:.]*$/, value);
  },
  sql: (text) => text.startsWith("'") ? sqlString : (value) => only(/^\w*$/, value),
  jsonpath: (text) => /^["']/.test(text) ? jsonpathString : (value) => only(/^\w*$/, value)
};
function only(allowed, value) {
  return value !== void 0 && allowed.test(value) ? value : void 0;
}
function quoteRegularExpression(value) {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}
function promqlString(value) {
  return value.toWellFormed().replace(/[^A-Za-z0-9_./:@ +-]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    if (point < 128) {
      return `\\x${hex.padStart(2, "0")}`;
    }
    return point > 65535 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
  });
}
function sqlString(value) {
  return value.replaceAll("\\", "\\\\").replaceAll("'", "''");
}
function jsonpathString(value) {
  return value.toWellFormed().replace(/[^A-Za-z0-9_./:@ +-]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

// src/domain/gate/placeholders.ts
var METRIC_PLACEHOLDERS = [
  "component",
  "type",
  "name",
  "environment",
  "version",
  "previous",
  "elapsed",
  "seconds",
  "since",
  "now"
];
var HOLES = /\$\{([A-Z_][A-Z0-9_]*)\}|\{([a-z-]+)\}/g;
var FORBIDDEN_VARIABLES = /^(?:GITHUB_TOKEN|ACTIONS_.*|INPUT_.*|CLOUDFLARE_API_TOKEN)$/;
var SHORTEST_SECRET = 4;
function placeholderProblem(template) {
  for (const [, , word] of template.matchAll(HOLES)) {
    if (word !== void 0 && !isPlaceholder(word)) {
      const near = (0,_chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(word, METRIC_PLACEHOLDERS);
      const known = METRIC_PLACEHOLDERS.map((one) => `{${one}}`).join(" ");
      return `the placeholder \`{${word}}\` is unknown; ${near === void 0 ? `known are ${known}` : `did you mean \`{${near}}\`?`}`;
    }
  }
  return void 0;
}
function forbiddenVariable(template) {
  return variablesIn(template).find((name) => FORBIDDEN_VARIABLES.test(name));
}
function textsOf(value, path = []) {
  if (typeof value === "string") {
    return [{ path, text: value }];
  }
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key])) : [];
}
function variablesIn(template) {
  return [...template.matchAll(HOLES)].flatMap(([, name]) => name === void 0 ? [] : [name]);
}
function isPlaceholder(word) {
  return METRIC_PLACEHOLDERS.some((known) => known === word);
}
function render(template, place, filling) {
  const values = valuesFor(place, filling.subject);
  let send = "";
  let show = "";
  for (const segment of segmentsFor(template, place)) {
    let end = 0;
    for (const hole of holesOf(segment.text)) {
      const between = segment.text.slice(end, hole.at);
      end = hole.at + hole.whole.length;
      if (hole.kind === "placeholder") {
        const value = written(segment, values[hole.name], hole, filling);
        send += between + value;
        show += between + value;
      } else {
        const base = place === "url" && send + between === "";
        const value = required(hole.name, filling);
        send += between + (base || place === "text" ? value : written(segment, value, hole, filling));
        show += between + hole.whole;
      }
    }
    send += segment.text.slice(end);
    show += segment.text.slice(end);
  }
  return { send, show };
}
function holesOf(text) {
  return [...text.matchAll(HOLES)].flatMap(({ 0: whole, 1: variable, 2: word = "", index: at }) => {
    if (variable !== void 0) {
      return [{ whole, at, kind: "variable", name: variable }];
    }
    return isPlaceholder(word) ? [{ whole, at, kind: "placeholder", name: word }] : [];
  });
}
function secretsOf({ source }, lookup) {
  const secrets = /* @__PURE__ */ new Map();
  for (const names of [source.env ?? [], ...textsOf(source).map(({ text }) => variablesIn(text))]) {
    for (const name of names) {
      const value = lookup(name) ?? "";
      for (const spelling of [value, value.trim(), encodeURIComponent(value.toWellFormed()), jsonString(value)]) {
        if (spelling.length >= SHORTEST_SECRET) {
          secrets.set(spelling, `\${${name}}`);
        }
      }
    }
  }
  return secrets;
}
function valuesFor(place, subject) {
  const { component, environment, version, previous = "", since, elapsed } = subject;
  const seconds = String(Math.max(1, Math.ceil(elapsed / 1e3)));
  return {
    component: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(component),
    type: component.type,
    name: component.name,
    environment,
    version,
    previous,
    elapsed: place === "sql" ? seconds : `${seconds}s`,
    seconds,
    since: String(Math.floor(since / 1e3)),
    now: String(Math.floor((since + Math.max(0, elapsed)) / 1e3))
  };
}
function segmentsFor(template, place) {
  switch (place) {
    case "promql":
    case "sql":
    case "jsonpath":
      return segmentsOf(template, place);
    default:
      return [{ text: template, escape: ESCAPES2[place] }];
  }
}
var ESCAPES2 = {
  // A `.` and a `..` would lead to another path, however they are encoded.
  url: (value) => /^\.{1,2}$/.test(value) ? void 0 : encodeURIComponent(value.toWellFormed()),
  form: (value) => encodeURIComponent(value.toWellFormed()),
  json: jsonString,
  header: (value) => /^[\x20-\x7e]*$/.test(value) ? value : void 0,
  text: (value) => /^[\w.:/@+-]*$/.test(value) ? value : void 0,
  // An argument is given as it is, to no shell; only what no argument can hold is refused.
  argument: (value) => value.includes("\0") ? void 0 : value
};
function jsonString(value) {
  return JSON.stringify(value.toWellFormed()).slice(1, -1);
}
function written(segment, value, hole, { metric }) {
  const text = segment.escape(value);
  if (text === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "metric-unusable",
      `The metric \`${metric}\` has \`${hole.whole}\` where its value can't be written safely.`,
      hole.kind === "variable" ? "Give the variable a single line of plain ASCII, or put it inside the quotes of a string." : "Put it inside the quotes of a string, or give the component a plain name."
    );
  }
  return text;
}
function required(variable, { metric, lookup }) {
  if (FORBIDDEN_VARIABLES.test(variable)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "metric-unusable",
      `The metric \`${metric}\` asks for \`\${${variable}}\`, which is never sent to a metric server.`,
      "Pass the secret that the server needs under a name of its own in `env:` of the step."
    );
  }
  const value = lookup(variable) ?? "";
  if (value === "") {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "input-missing",
      `The metric \`${metric}\` needs the environment variable \`${variable}\`, which is not set or empty.`,
      `Pass it in \`env:\` of the step, such as \`${variable}: \${{ secrets.${variable} }}\`.`
    );
  }
  return value;
}




/***/ }),

/***/ 5799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseRaw),
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4998);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/git-object-parse.ts
function parseRaw({ type, bytes }) {
  return parseObject(type, bytes.length, bytes);
}
function parseObject(type, size, raw) {
  if (type === "blob") {
    return { type, size, bytes: raw };
  }
  if (raw === void 0) {
    return void 0;
  }
  if (type === "tree") {
    const listing = new _chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_1__/* .TreeListing */ .zE(raw);
    return {
      type,
      listing,
      get entries() {
        return listing.all();
      }
    };
  }
  const headers = parseHeaders(raw);
  if (type === "tag") {
    return {
      type,
      target: headers.get("object") ?? "",
      name: headers.get("tag") ?? "",
      time: personTime(headers.get("tagger") ?? "")
    };
  }
  if (type === "commit") {
    return {
      type,
      tree: headers.get("tree") ?? "",
      parents: parentsOf(raw),
      author: personName(headers.get("author") ?? ""),
      date: personDate(headers.get("committer") ?? ""),
      message: messageOf(raw)
    };
  }
  return void 0;
}
function parseHeaders(raw) {
  const text = Buffer.from(raw).toString("utf8");
  const end = text.indexOf("\n\n");
  const headers = /* @__PURE__ */ new Map();
  for (const line of (end < 0 ? text : text.slice(0, end)).split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0 && !headers.has(line.slice(0, space))) {
      headers.set(line.slice(0, space), line.slice(space + 1));
    }
  }
  return headers;
}
function personName(person) {
  return person.replace(/\s*<[^>]*>.*$/, "").trim();
}
function parentsOf(raw) {
  const [head = ""] = Buffer.from(raw).toString("latin1").split("\n\n", 1);
  return [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? "");
}
function messageOf(raw) {
  const text = Buffer.from(raw).toString("utf8");
  const end = text.indexOf("\n\n");
  return end < 0 ? "" : text.slice(end + 2);
}
function personTime(person) {
  const seconds = /> (-?\d+) [+-]\d{4}$/.exec(person)?.[1];
  return seconds === void 0 ? void 0 : Number(seconds);
}
function personDate(person) {
  const date = new Date((personTime(person) ?? 0) * 1e3);
  return Number.isNaN(date.getTime()) ? "1970-01-01T00:00:00Z" : date.toISOString().replace(".000Z", "Z");
}




/***/ }),

/***/ 8712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Ey: () => (/* binding */ titleIn),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   _6: () => (/* binding */ isHtml)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/said.ts
var SAID_LIMIT = 500;
var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", middot: "·" };
function isHtml(text, type) {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text) || /^text\/html\b/i.test(type);
}
function titleIn(html) {
  const title = /<title\b[^>]{0,200}>([^<]{1,200})/i.exec(html)?.[1] ?? "";
  const line = title.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const clean = line.replace(/&(amp|lt|gt|quot|#39|middot);/g, (_, name) => ENTITIES[name] ?? "");
  return clean === "" ? "" : ` ("${clean}")`;
}
function saidIn(text, type) {
  if (isHtml(text, type)) {
    return `a page of HTML${titleIn(text)}`;
  }
  try {
    return messageIn(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}
function shown(text, scrub) {
  const line = scrub(text).replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length > SAID_LIMIT ? `${line.slice(0, SAID_LIMIT).toWellFormed()}…` : line;
}
function quoted(speaker, line) {
  return line === "" ? "" : ` ${speaker} says: ${/[.!?…]$/.test(line) ? line : `${line}.`}`;
}
function messageIn(json) {
  if (typeof json === "string") {
    return json;
  }
  if (typeof json !== "object" || json === null) {
    return void 0;
  }
  const { errorType, error, errors, message, detail } = json;
  if (typeof error === "string") {
    return typeof errorType === "string" ? `${errorType}: ${error}` : error;
  }
  const first = Array.isArray(errors) ? errors[0] : error;
  return [message, detail].find((text) => typeof text === "string") ?? messageIn(first);
}




/***/ }),

/***/ 2376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VD: () => (/* binding */ MAX_SOURCE),
/* harmony export */   o$: () => (/* binding */ readSource),
/* harmony export */   rI: () => (/* binding */ sourceText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/ports/source-tree.ts
var MAX_SOURCE = 1024 * 1024;
var TOLD_BY = 8e3;
function sourceText(path, bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.subarray(0, TOLD_BY).includes(0) ? { path, kind: "none" } : { path, kind: "text", text: buffer.toString("utf8") };
}
var MAX_OWN = 25 * 1024 * 1024;
async function readSource(tree, path) {
  for await (const source of tree.readAll([path], MAX_OWN)) {
    return source;
  }
  return { path, kind: "none" };
}




/***/ }),

/***/ 2811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_5HK3AYVU_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1714);
/* harmony import */ var _chunk_XGBL4TZ5_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2376);
/* harmony import */ var _chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2273);
/* harmony import */ var _chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2445);
/* harmony import */ var _chunk_VKYD35KL_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5799);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8146);
/* harmony import */ var _chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4998);
/* harmony import */ var _chunk_7KNJRQUJ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5610);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8712);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9041);
/* harmony import */ var _chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3853);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2835);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1197);
/* harmony import */ var _chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7475);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1947);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3560);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8161);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6760);
/* harmony import */ var string_decoder__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(3193);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(857);
/* harmony import */ var events__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(4434);
/* harmony import */ var child_process__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(5317);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(6928);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(9896);
/* harmony import */ var timers__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(3557);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(8474);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(8522);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(8500);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




















// src/main.ts


// src/action/inputs.ts
async function readInputs(given, environment, command, needsCloudflare2 = true) {
  const problems = [...unknownInputs(given, command)];
  const note = (error) => {
    if (!(error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP)) {
      throw error;
    }
    problems.push(error);
  };
  const check = (read, fallback) => {
    try {
      return read();
    } catch (error) {
      note(error);
      return fallback;
    }
  };
  const override = check(() => readOverride(given), /* @__PURE__ */ new Set());
  const own = await readOwn(given, command).catch(note);
  const common = {
    configPath: check(() => readConfigPath(given), ""),
    namespaces: check(() => readNamespaces(given), []),
    cloudflare: readCloudflare(given, environment, needsCloudflare2, check),
    githubToken: check(
      () => secret(given.get("github-token") ?? environment.GITHUB_TOKEN, "github-token", "GITHUB_TOKEN"),
      ""
    ),
    dryRun: check(() => readBoolean(given, "dry-run", false), false),
    reason: given.get("reason"),
    override
  };
  if (override.size > 0 && common.reason === void 0) {
    problems.push(
      new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("input-missing", "The input `override` needs a reason.", "Say why in the input `reason`.")
    );
  }
  if (problems.length > 0 || own === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipErrors */ .g0(problems);
  }
  return { ...common, ...own };
}
async function readOwn(given, command) {
  switch (command) {
    case "deploy":
      return { command, selection: readSelection(given) };
    case "guard":
      return { command, request: await readGuard(given) };
    case "promote":
      return { command, request: readPromotion(given) };
    case "rollback":
      return { command, request: readRollback(given) };
    case "restore":
      return { command, request: await readRestore(given) };
    case "reconcile":
      return { command, request: readReconcile(given) };
    case "validate":
      return { command, scope: readScope(given) };
    case "history":
      return { command, request: await readHistory(given) };
  }
}
var SCOPES = ["all", "changed"];
function readScope(given) {
  const text = given.get("scope") ?? "all";
  const scope = SCOPES.find((one) => one === text);
  if (scope === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`scope\` is \`${text}\`, which is no scope.`,
      `${(0,_chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_15__/* .didYouMean */ .au)(text, SCOPES)} Give \`all\` or \`changed\`.`.trimStart()
    );
  }
  return scope;
}
async function readGuard(given) {
  const selection = readSelection(given);
  const gate = {
    metricUrl: given.get("metric-url"),
    metricPath: given.get("metric-path"),
    metricErrors: given.get("metric-errors"),
    metricTotal: given.get("metric-total"),
    threshold: readNumber(given, "threshold"),
    initialDelayMs: readDuration(given, "initial-delay", 0),
    intervalMs: readDuration(given, "interval", 1),
    bakeMs: readDuration(given, "bake", 0),
    count: readCount(given, "count", 1),
    failureLimit: readCount(given, "failure-limit", 0)
  };
  const { gatePolicyOf } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(227)]).then(__webpack_require__.bind(__webpack_require__, 2227));
  gatePolicyOf(void 0, gate);
  return {
    selection: selection.by === "pushed-tag" ? { by: "run" } : selection,
    gate,
    failOnRollback: readBoolean(given, "fail-on-rollback", true)
  };
}
function readNumber(given, name) {
  const text = given.get(name);
  const value = text === void 0 ? void 0 : Number(text);
  if (value !== void 0 && !Number.isFinite(value)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${text}\`, which is no number.`,
      "Give a number such as `0.05`."
    );
  }
  return value;
}
function readCount(given, name, least) {
  const value = readNumber(given, name);
  if (value !== void 0 && (!Number.isSafeInteger(value) || value < least)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${given.get(name)}\`, which is no whole number of at least ${least}.`,
      `Give a number such as \`${least + 4}\`.`
    );
  }
  return value;
}
function readDuration(given, name, least) {
  const text = given.get(name);
  const value = text === void 0 ? void 0 : (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_13__/* .parseDuration */ .E)(text);
  if (text !== void 0 && (value === void 0 || value < least)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${text}\`, which is no duration${least > 0 && value !== void 0 ? " that passes" : ""}.`,
      "Write it like `90s`, `10m` or `100ms`."
    );
  }
  return value;
}
function readPromotion(given) {
  const { patterns, environment } = readPlaces(given, "promote");
  const version = given.get("version");
  const from = given.get("from");
  if (version === void 0 === (from === void 0)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      version === void 0 ? "input-missing" : "input-invalid",
      version === void 0 ? "It is not said what to promote." : "Both `version` and `from` were given.",
      "Give either the input `version`, or `from` with the environment that runs it."
    );
  }
  if (from === environment) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The inputs \`from\` and \`environment\` are both \`${from}\`.`,
      "Name two environments."
    );
  }
  return {
    patterns,
    environment,
    source: version === void 0 ? { from: checkEnvironment(from ?? "", "from") } : { version: checkVersion(version) }
  };
}
function readRollback(given) {
  const version = given.get("version") ?? "last-healthy";
  const target = version === "last-healthy" || version === "previous" ? version : { version: checkVersion(version) };
  return { ...readPlaces(given, "rollback"), target };
}
async function readRestore(given) {
  const environment = required(given, "environment", "restore");
  const from = given.get("from") ?? environment;
  return {
    environment: checkEnvironment(environment, "environment"),
    from: checkEnvironment(from, "from"),
    at: await readTime(required(given, "at", "restore"), "at"),
    prune: readBoolean(given, "prune", false)
  };
}
function readReconcile(given) {
  const environment = given.get("environment");
  return {
    environment: environment === void 0 ? void 0 : checkEnvironment(environment, "environment"),
    heal: readBoolean(given, "heal", false),
    prune: given.has("prune") ? readBoolean(given, "prune", false) : void 0,
    deep: readBoolean(given, "deep", false)
  };
}
async function readHistory(given) {
  const lines = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_18__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  const [at, since, until] = ["at", "since", "until"].map((name) => given.get(name));
  if (at !== void 0 && (since !== void 0 || until !== void 0)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `at` was given together with `since` or `until`.",
      "Give either one point in time, or a range."
    );
  }
  if (until !== void 0 && since === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-missing",
      "The input `until` was given without `since`.",
      "Say where the range begins, or give `at`."
    );
  }
  const range = since === void 0 ? void 0 : {
    since: await readTime(since, "since"),
    until: until === void 0 ? void 0 : await readTime(until, "until")
  };
  if (range?.until !== void 0 && range.until < range.since) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("input-invalid", "The range ends before it begins.", "Exchange `since` and `until`.");
  }
  return {
    patterns: lines.length === 0 ? void 0 : checkPatterns(lines),
    environment: environment === void 0 ? void 0 : checkEnvironment(environment, "environment"),
    when: range !== void 0 ? { kind: "range", ...range } : at !== void 0 ? { kind: "at", at: await readTime(at, "at") } : { kind: "now" }
  };
}
function readPlaces(given, command) {
  return {
    patterns: checkPatterns(requiredLines(given, "components", command)),
    environment: checkEnvironment(required(given, "environment", command), "environment")
  };
}
var NEEDED_HINTS = {
  components: "Give lines such as `prompts/extraction` or `prompts/*`.",
  environment: "Give the name of an environment, such as `production`.",
  at: "Give a time with a zone, such as `2026-05-05T14:47:00+02:00`."
};
function required(given, name, command) {
  const value = given.get(name);
  if (value === void 0) {
    throw needed(name, command);
  }
  return value;
}
function requiredLines(given, name, command) {
  const lines = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_18__/* .linesOf */ .Dx)(given.get(name) ?? "");
  if (lines.length === 0) {
    throw needed(name, command);
  }
  return lines;
}
function needed(name, command) {
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "input-missing",
    `The command \`${command}\` needs the input \`${name}\`.`,
    NEEDED_HINTS[name] ?? "Give it in the `with:` of the step."
  );
}
function checkVersion(version) {
  if (!(0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .isVersion */ .lF)(version)) {
    const meant = (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .meantVersion */ .YZ)(version) ?? "";
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`version\` is \`${version}\`, which is no version.`,
      (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .isVersion */ .lF)(meant) ? `Did you mean \`${meant}\`?` : "Give a version such as `v1.1.0`."
    );
  }
  return version;
}
function checkEnvironment(environment, input) {
  if ((0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentProblem */ .f5)(environment) !== void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .isReservedEnvironment */ .As)(environment) ? "environment-reserved" : "input-invalid",
      `The input \`${input}\` is \`${environment}\`, which is no environment.`,
      "Give the name of an environment, such as `production`."
    );
  }
  return environment;
}
function checkPatterns(lines) {
  const wrong = lines.find((line) => !/^[^/\s]+(?:\/[^/\s]+)+$/.test(line) && line !== "**");
  if (wrong !== void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`components\` has the line \`${wrong}\`, which is not \`type/name\`.`,
      "Write lines such as `prompts/extraction` or `prompts/*`."
    );
  }
  return lines;
}
async function readTime(text, input) {
  const full = text.replace(/^(\d{4}-\d{2}-\d{2})[ t]/, "$1T").replace(/(T\d{2}:\d{2})(?=[Zz+-])/, "$1:00").replace(/([+-]\d{2})(\d{2})$/, "$1:$2").replace(/z$/, "Z");
  const { moment } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(916)]).then(__webpack_require__.bind(__webpack_require__, 8916));
  if (!moment.safeParse(full).success) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` is \`${text}\`, which is no time with a zone.`,
      "Write it in ISO 8601, such as `2026-05-05T14:47:00+02:00` or `2026-05-05T12:47:00Z`."
    );
  }
  return Math.floor(Date.parse(full) / 1e3);
}
function readCloudflare(given, environment, needed2, check) {
  const token = given.get("cloudflare-api-token") ?? environment.CLOUDFLARE_API_TOKEN;
  const account = given.get("cloudflare-account-id") ?? environment.CLOUDFLARE_ACCOUNT_ID;
  const absent = (value) => !needed2 && (value ?? "").trim() === "";
  return {
    token: absent(token) ? "" : check(() => secret(token, "cloudflare-api-token", "CLOUDFLARE_API_TOKEN"), ""),
    accountId: absent(account) ? "" : check(() => readAccount(account), ""),
    baseUrl: environment.CLOUDFLARE_BASE_URL?.trim() || void 0
  };
}
var ALIASES = /* @__PURE__ */ new Map([
  ["apitoken", "cloudflare-api-token"],
  ["cloudflaretoken", "cloudflare-api-token"],
  ["accountid", "cloudflare-account-id"],
  ["token", "github-token"],
  ["namespace", "kv-namespace"],
  ["kvnamespaceid", "kv-namespace"],
  ["namespaceid", "kv-namespace"]
]);
function* unknownInputs(given, command) {
  const known = Object.keys(_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc);
  for (const name of given.keys()) {
    const spec = known.includes(name) ? _chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc[name] : void 0;
    if (spec === void 0) {
      const alias = ALIASES.get(name.replace(/[-_]/g, ""));
      const hint = alias === void 0 ? (0,_chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_15__/* .didYouMean */ .au)(name, known) : ` Did you mean \`${alias}\`?`;
      yield new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "input-unknown",
        `There is no input \`${name}\`.`,
        `${hint} \`${command}\` takes: ${takenBy(command).join(", ")}.`.trimStart()
      );
    } else if (spec.commands !== "all" && !spec.commands.includes(command)) {
      yield new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "input-unknown",
        `The input \`${name}\` is not taken by \`${command}\`.`,
        `Remove it. \`${command}\` takes: ${takenBy(command).join(", ")}.`
      );
    }
  }
}
function takenBy(command) {
  return Object.entries(_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc).filter(([, { commands }]) => commands === "all" || commands.includes(command)).map(([name]) => name);
}
function readConfigPath(given) {
  const path4 = (given.get("config") ?? _chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc.config.default).replace(/^(?:\.\/)+/, "");
  if (path4.startsWith("/") || path4.split("/").some((part) => part === "" || part === ".." || part === ".")) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`config\` is \`${path4}\`, which is no path inside the repository.`,
      "Give a path such as `.github/tagship.yml`."
    );
  }
  return path4;
}
function readNamespaces(given) {
  const value = given.get("kv-namespace");
  const rules = value === void 0 ? [] : (0,_chunk_7KNJRQUJ_js__WEBPACK_IMPORTED_MODULE_8__/* .parseNamespaceInput */ .Zy)(value);
  if ("problem" in rules) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`kv-namespace\` cannot be read: ${rules.problem}.`,
      "Give one namespace, or only lines of `environment-glob: namespace`."
    );
  }
  return rules;
}
function secret(value, input, variable) {
  const text = value?.trim() ?? "";
  if (text === "") {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "token-missing",
      `There is no \`${input}\`.`,
      `Pass it as the input \`${input}\` from a secret, or set the environment variable \`${variable}\`.`
    );
  }
  if (/[^\x21-\x7e]/.test(text)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` holds characters that no token has.`,
      "Look for a line break or a space inside the secret."
    );
  }
  return text;
}
function readAccount(value) {
  const text = value?.trim() ?? "";
  if (text === "") {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "account-missing",
      "There is no `cloudflare-account-id`.",
      "Pass it as the input `cloudflare-account-id`, or set the environment variable `CLOUDFLARE_ACCOUNT_ID`."
    );
  }
  if (!/^[0-9a-z]{1,32}$/i.test(text)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `cloudflare-account-id` is not the id of an account.",
      "Copy the 32 hex digits from the URL of the Cloudflare dashboard."
    );
  }
  return text;
}
function readBoolean(given, name, fallback) {
  const value = given.get(name);
  if (value === void 0) {
    return fallback;
  }
  if (/^(?:true|false)$/i.test(value)) {
    return value.toLowerCase() === "true";
  }
  throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "input-invalid",
    `The input \`${name}\` is \`${value}\`, which is neither \`true\` nor \`false\`.`,
    "Give `true` or `false`."
  );
}
function readOverride(given) {
  const accepted = /* @__PURE__ */ new Set();
  const names = Object.keys(_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .OVERRIDES */ .u3);
  for (const line of (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_18__/* .linesOf */ .Dx)(given.get("override") ?? "")) {
    const known = names.find((name) => name === line);
    if (known === void 0) {
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "input-invalid",
        `The input \`override\` names \`${line}\`, which is no check.`,
        `${(0,_chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_15__/* .didYouMean */ .au)(line, names)} Known: ${names.join(", ")}.`.trimStart()
      );
    }
    accepted.add(known);
  }
  return accepted;
}
function readSelection(given) {
  const tag = given.get("tag");
  const components = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_18__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  if (tag !== void 0 && (components.length > 0 || environment !== void 0)) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `tag` was given together with `components` or `environment`.",
      "Give either `tag`, or `components` and `environment`."
    );
  }
  if (tag !== void 0) {
    return { by: "tag", tag };
  }
  if (components.length === 0 && environment === void 0) {
    return { by: "pushed-tag" };
  }
  if (components.length === 0 || environment === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${components.length === 0 ? "environment" : "components"}\` was given without \`${components.length === 0 ? "components" : "environment"}\`.`,
      "Give both, or neither to deploy the pushed tag."
    );
  }
  checkPatterns(components);
  checkEnvironment(environment, "environment");
  return { by: "components", patterns: components, environment };
}

// src/action/request.ts
function needsCloudflare(command, given, event) {
  if (command !== "deploy") {
    return command !== "history" && command !== "validate";
  }
  const tag = given.get("tag") ?? (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .tagOf */ .cO)(event)?.tag ?? "";
  return given.has("components") || (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .parseTag */ .ED)((0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .shortTag */ .j)(tag)).kind === "foreign" || !(0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .shortTag */ .j)(tag).startsWith("logic/");
}
function requestOf(selection, event) {
  if (selection.by === "components") {
    return { kind: "deploy", request: selection };
  }
  const pushed = (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .tagOf */ .cO)(event);
  if (selection.by === "pushed-tag" && pushed === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-missing",
      `No tag was pushed: the event is \`${event.name}\` on \`${event.ref}\`.`,
      "Say what to deploy with the input `tag`, or with `components` and `environment`."
    );
  }
  const named = selection.by === "tag";
  const tag = named ? (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .shortTag */ .j)(selection.tag) : pushed?.tag ?? "";
  const deleted = !named && pushed?.deleted === true;
  const request = { tag, named, pushed: tag === pushed?.tag, deleted };
  const parsed = (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .parseTag */ .ED)(tag);
  if (parsed.kind === "foreign" && request.pushed) {
    return { kind: "nothing", why: (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .foreignTag */ .lm)(tag) };
  }
  if (!tag.startsWith("logic/")) {
    return { kind: "deploy", request: { by: "tag", ...request } };
  }
  if (deleted || !named && "slot" in parsed && parsed.slot.kind === "version") {
    const what = deleted ? "was deleted" : "is a version";
    return { kind: "nothing", why: `The logic tag \`${tag}\` ${what}: nothing to rebuild.` };
  }
  return { kind: "rebuild", request };
}
var COMMIT = /^(?!0+$)[0-9a-f]{40}$/;
function commitOf(environment) {
  const commit = environment.GITHUB_SHA?.trim().toLowerCase() ?? "";
  return COMMIT.test(commit) ? commit : void 0;
}
function changeOf(event, commit) {
  if (commit === void 0) {
    return "`GITHUB_SHA` names no commit";
  }
  const { base, head } = basesOf(event);
  return COMMIT.test(base) ? { commit, base, ...COMMIT.test(head) ? { head } : {} } : `the event \`${event.name}\` does not say since when`;
}
function basesOf({ name, ref, payload }) {
  switch (name) {
    case "pull_request":
      return {
        base: textAt(payload, "pull_request", "base", "sha"),
        head: textAt(payload, "pull_request", "head", "sha")
      };
    case "merge_group":
      return { base: textAt(payload, "merge_group", "base_sha"), head: "" };
    case "push":
      return { base: ref.startsWith("refs/heads/") ? textAt(payload, "before") : "", head: "" };
    default:
      return { base: "", head: "" };
  }
}
function textAt(payload, ...path4) {
  let value = payload;
  for (const key of path4) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
  }
  return typeof value === "string" ? value : "";
}

// src/action/version.ts
var VERSION = "0.1.0";

// src/adapters/git/git-repository.ts



// node_modules/@actions/exec/lib/exec.js


// node_modules/@actions/exec/lib/toolrunner.js





// node_modules/@actions/io/lib/io.js


// node_modules/@actions/io/lib/io-util.js


var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_28__.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs__WEBPACK_IMPORTED_MODULE_28__.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path__WEBPACK_IMPORTED_MODULE_27__.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path__WEBPACK_IMPORTED_MODULE_27__.dirname(filePath);
            const upperName = path__WEBPACK_IMPORTED_MODULE_27__.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path__WEBPACK_IMPORTED_MODULE_27__.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function which(tool, check) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path__WEBPACK_IMPORTED_MODULE_27__.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path__WEBPACK_IMPORTED_MODULE_27__.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_27__.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path__WEBPACK_IMPORTED_MODULE_27__.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}

// node_modules/@actions/exec/lib/toolrunner.js

var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var IS_WINDOWS2 = process.platform === "win32";
var ToolRunner = class extends events__WEBPACK_IMPORTED_MODULE_25__.EventEmitter {
  constructor(toolPath, args, options) {
    super();
    if (!toolPath) {
      throw new Error("Parameter 'toolPath' cannot be null or empty.");
    }
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) {
      this.options.listeners.debug(message);
    }
  }
  _getCommandString(options, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options);
    let cmd = noPrefix ? "" : "[command]";
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        cmd += toolPath;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else if (options.windowsVerbatimArguments) {
        cmd += `"${toolPath}"`;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else {
        cmd += this._windowsQuoteCmdArg(toolPath);
        for (const a of args) {
          cmd += ` ${this._windowsQuoteCmdArg(a)}`;
        }
      }
    } else {
      cmd += toolPath;
      for (const a of args) {
        cmd += ` ${a}`;
      }
    }
    return cmd;
  }
  _processLineBuffer(data, strBuffer, onLine) {
    try {
      let s = strBuffer + data.toString();
      let n = s.indexOf(os__WEBPACK_IMPORTED_MODULE_24__.EOL);
      while (n > -1) {
        const line = s.substring(0, n);
        onLine(line);
        s = s.substring(n + os__WEBPACK_IMPORTED_MODULE_24__.EOL.length);
        n = s.indexOf(os__WEBPACK_IMPORTED_MODULE_24__.EOL);
      }
      return s;
    } catch (err) {
      this._debug(`error processing line. Failed with error ${err}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        return process.env["COMSPEC"] || "cmd.exe";
      }
    }
    return this.toolPath;
  }
  _getSpawnArgs(options) {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
        for (const a of this.args) {
          argline += " ";
          argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
        }
        argline += '"';
        return [argline];
      }
    }
    return this.args;
  }
  _endsWith(str, end) {
    return str.endsWith(end);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    if (!this._isCmdFile()) {
      return this._uvQuoteCmdArg(arg);
    }
    if (!arg) {
      return '""';
    }
    const cmdSpecialChars = [
      " ",
      "	",
      "&",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "^",
      "=",
      ";",
      "!",
      "'",
      "+",
      ",",
      "`",
      "~",
      "|",
      "<",
      ">",
      '"'
    ];
    let needsQuotes = false;
    for (const char of arg) {
      if (cmdSpecialChars.some((x) => x === char)) {
        needsQuotes = true;
        break;
      }
    }
    if (!needsQuotes) {
      return arg;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    if (!arg) {
      return '""';
    }
    if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
      return arg;
    }
    if (!arg.includes('"') && !arg.includes("\\")) {
      return `"${arg}"`;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options) {
    options = options || {};
    const result = {
      cwd: options.cwd || process.cwd(),
      env: options.env || process.env,
      silent: options.silent || false,
      windowsVerbatimArguments: options.windowsVerbatimArguments || false,
      failOnStdErr: options.failOnStdErr || false,
      ignoreReturnCode: options.ignoreReturnCode || false,
      delay: options.delay || 1e4
    };
    result.outStream = options.outStream || process.stdout;
    result.errStream = options.errStream || process.stderr;
    return result;
  }
  _getSpawnOptions(options, toolPath) {
    options = options || {};
    const result = {};
    result.cwd = options.cwd;
    result.env = options.env;
    result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
    if (options.windowsVerbatimArguments) {
      result.argv0 = `"${toolPath}"`;
    }
    return result;
  }
  /**
   * Exec a tool.
   * Output will be streamed to the live console.
   * Returns promise with return code
   *
   * @param     tool     path to tool to exec
   * @param     options  optional exec options.  See ExecOptions
   * @returns   number
   */
  exec() {
    return __awaiter3(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
        this.toolPath = path__WEBPACK_IMPORTED_MODULE_27__.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve2, reject) => __awaiter3(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os__WEBPACK_IMPORTED_MODULE_24__.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName = this._getSpawnFileName();
        const cp = child_process__WEBPACK_IMPORTED_MODULE_26__.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
        let stdbuffer = "";
        if (cp.stdout) {
          cp.stdout.on("data", (data) => {
            if (this.options.listeners && this.options.listeners.stdout) {
              this.options.listeners.stdout(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(data);
            }
            stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
              if (this.options.listeners && this.options.listeners.stdline) {
                this.options.listeners.stdline(line);
              }
            });
          });
        }
        let errbuffer = "";
        if (cp.stderr) {
          cp.stderr.on("data", (data) => {
            state.processStderr = true;
            if (this.options.listeners && this.options.listeners.stderr) {
              this.options.listeners.stderr(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
              const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
              s.write(data);
            }
            errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
              if (this.options.listeners && this.options.listeners.errline) {
                this.options.listeners.errline(line);
              }
            });
          });
        }
        cp.on("error", (err) => {
          state.processError = err.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp.on("exit", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp.on("close", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error, exitCode) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp.removeAllListeners();
          if (error) {
            reject(error);
          } else {
            resolve2(exitCode);
          }
        });
        if (this.options.input) {
          if (!cp.stdin) {
            throw new Error("child process missing stdin");
          }
          cp.stdin.end(this.options.input);
        }
      }));
    });
  }
};
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var ExecState = class _ExecState extends events__WEBPACK_IMPORTED_MODULE_25__.EventEmitter {
  constructor(options, toolPath) {
    super();
    this.processClosed = false;
    this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
    this.processStderr = false;
    this.delay = 1e4;
    this.done = false;
    this.timeout = null;
    if (!toolPath) {
      throw new Error("toolPath must not be empty");
    }
    this.options = options;
    this.toolPath = toolPath;
    if (options.delay) {
      this.delay = options.delay;
    }
  }
  CheckComplete() {
    if (this.done) {
      return;
    }
    if (this.processClosed) {
      this._setResult();
    } else if (this.processExited) {
      this.timeout = (0,timers__WEBPACK_IMPORTED_MODULE_29__.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error;
    if (this.processExited) {
      if (this.processError) {
        error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) {
      return;
    }
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter4 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function exec(commandLine, args, options) {
  return __awaiter4(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
function getExecOutput(commandLine, args, options) {
  return __awaiter4(this, void 0, void 0, function* () {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new string_decoder__WEBPACK_IMPORTED_MODULE_23__.StringDecoder("utf8");
    const stderrDecoder = new string_decoder__WEBPACK_IMPORTED_MODULE_23__.StringDecoder("utf8");
    const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
    const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = (data) => {
      stderr += stderrDecoder.write(data);
      if (originalStdErrListener) {
        originalStdErrListener(data);
      }
    };
    const stdOutListener = (data) => {
      stdout += stdoutDecoder.write(data);
      if (originalStdoutListener) {
        originalStdoutListener(data);
      }
    };
    const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
    const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
    stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode,
      stdout,
      stderr
    };
  });
}

// src/adapters/temporary.ts



var PREFIX = "tagship-";
var OURS = /^tagship-(?:worktree-)?[A-Za-z0-9]{6}$/;
var OWNER = "owner";
var MAX_AGE = 7 * 24 * 60 * 60 * 1e3;
async function ownFolder(parent) {
  try {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(parent, PREFIX));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(folder, OWNER), `${process.pid} ${(0,node_os__WEBPACK_IMPORTED_MODULE_20__.hostname)()}
`);
    return folder;
  } catch (error) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "runner-unusable",
      `No directory can be made in \`${parent}\`: ${error instanceof Error ? error.message : String(error)}.`,
      "Let `RUNNER_TEMP` name a directory that exists, that the runner may write to, and with free space.",
      { cause: error }
    );
  }
}
async function removeLeftFolders(parent, now) {
  const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.readdir)(parent).catch(() => []);
  for (const name of names.filter((one) => OURS.test(one))) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(parent, name);
    if (await isLeft(folder, now).catch(() => false)) {
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.rm)(folder, { recursive: true, force: true }).catch(() => void 0);
    }
  }
}
async function isLeft(folder, now) {
  const { uid, mtimeMs, isOurs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.lstat)(folder).then((stats) => ({ ...stats, isOurs: stats.isDirectory() }));
  if (!isOurs || process.getuid !== void 0 && uid !== process.getuid()) {
    return false;
  }
  const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(folder, OWNER), "utf8").catch(() => "");
  const [, pid, machine] = /^(\d{1,10}) (.+)\n$/.exec(text) ?? [];
  const isGone = pid !== void 0 && machine === (0,node_os__WEBPACK_IMPORTED_MODULE_20__.hostname)() && !isRunning(Number(pid));
  return isGone || now - mtimeMs > MAX_AGE;
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code !== "ESRCH";
  }
}

// src/adapters/git/process.ts

function spawnGit(words, environment, cwd) {
  return (0,node_child_process__WEBPACK_IMPORTED_MODULE_30__.spawn)("git", words, {
    env: environment,
    cwd,
    stdio: "pipe",
    detached: process.platform !== "win32",
    windowsHide: true
  });
}
function startFailure(said) {
  const why = /^spawn git (E[A-Z]+)|^git: '(remote-https?)' is not a git command/m.exec(said);
  return why === null ? void 0 : new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "runner-unusable",
    `Git could not be started on the runner (${why[1] ?? `it has no ${why[2]}`}).`,
    "Install Git 2.31 or newer, with its HTTP transport, where the `PATH` of the step finds it."
  );
}

// src/adapters/git/failure.ts
var Redirected = class extends _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_ {
};
function astrayFailure(url, astray) {
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "git-protocol",
    `The Git server at ${url} was not used: ${astray.message}.`,
    "Set `GITHUB_SERVER_URL` to the origin where the repository is, and pass a token of that server as `github-token`. The runner sets it, so a redirect to another origin is often a login page or a proxy in between.",
    { cause: astray }
  );
}
function remoteFailure(printed, url, cause) {
  const said = (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .TL)(
    "Git",
    (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(wordsIn(printed), (text2) => text2)
  );
  const text = printed.replaceAll(url, "");
  const status = Number(/(?:returned error:|HTTP(?: code =)?) (\d{3})\b/.exec(text)?.[1] ?? 0);
  const notStarted = startFailure(printed);
  if (notStarted !== void 0) {
    return notStarted;
  }
  if (status === 401 || /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled/.test(text)) {
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-auth",
      // What Git says here is that it could not ask for another one, which helps nobody.
      `The Git server refused the token for ${url}.`,
      "Give the job `permissions: contents: read` (or more) and pass a valid token as `github-token`.",
      { cause }
    );
  }
  if (status === 403 || status === 0 && /access denied/i.test(text)) {
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-auth",
      `The token may not read ${url}.${said}`,
      (0,_chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_6__/* .remedyOfClosed */ .w)(text) ?? "Grant the token `contents: read` on this repository.",
      { cause }
    );
  }
  if (status === 404 || status === 0 && /repository\b.*\bnot found/i.test(text)) {
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-auth",
      `There is no repository at ${url}, or the token may not see it.${said}`,
      "Check the repository name, and that the token belongs to it with `contents: read`.",
      { cause }
    );
  }
  if (status === 0 && /certificate|SSL|TLS/i.test(text)) {
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-unreachable",
      `The certificate of ${url} was not accepted.${said}`,
      "Make the certificate authority known to Git on the runner (`GIT_SSL_CAINFO` or `http.sslCAInfo`).",
      { cause }
    );
  }
  const Fault = status >= 301 && status <= 308 ? Redirected : _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_;
  return new Fault(
    new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-unreachable",
      `The Git server at ${url} could not be used.${said}`,
      "Check the server and the proxy settings of the runner, then run the job again.",
      { cause }
    )
  );
}
function wordsIn(printed) {
  const lines = printed.split("\n").filter((line) => line.trim() !== "");
  const servers = lines.filter((line) => /^remote: /.test(line));
  const status = servers.length === 0 ? lines.slice(-3) : lines.filter((line) => /returned error: \d/.test(line)).slice(-1);
  return [...servers, ...status].map((line) => line.replace(/^(?:fatal|error|remote): /, "").trim()).join(" ");
}

// src/adapters/git/object-store.ts




// src/adapters/git/object-names.ts
var NAME = 20;
var HEADER = 8;
var FANOUT = 256 * 4;
var ObjectNames = class {
  /** Sorted names, each list more than twice as long as the next, so that there are few. */
  #lists = [];
  /** Adds all that the index of a pack lists. */
  addIndex(index) {
    const count = index.readUInt32BE(HEADER + FANOUT - 4);
    let list = Buffer.from(index.subarray(HEADER + FANOUT, HEADER + FANOUT + count * NAME));
    for (let last = this.#lists.at(-1); last !== void 0 && last.length <= 2 * list.length; last = this.#lists.at(-1)) {
      list = merged(last, list);
      this.#lists.pop();
    }
    this.#lists.push(list);
  }
  has(oid) {
    if (this.#lists.length === 0 || !/^[0-9a-f]{40}$/.test(oid)) {
      return false;
    }
    const name = Buffer.from(oid, "hex");
    return this.#lists.some((list) => isIn(list, name));
  }
};
function isIn(list, name) {
  const prefix = name.readUInt32BE(0);
  let from = 0;
  let to = list.length / NAME;
  while (from < to) {
    const middle = from + to >>> 1;
    const difference = list.readUInt32BE(middle * NAME) - prefix || compareAt(list, middle * NAME, name, 0);
    if (difference === 0) {
      return true;
    }
    if (difference < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return false;
}
function merged(a, b) {
  const both = Buffer.allocUnsafe(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < both.length; at += NAME) {
    const fromA = j >= b.length || i < a.length && compareAt(a, i, b, j) <= 0;
    if (fromA) {
      a.copy(both, at, i, i + NAME);
      i += NAME;
    } else {
      b.copy(both, at, j, j + NAME);
      j += NAME;
    }
  }
  return both;
}
function compareAt(a, i, b, j) {
  return a.readUInt32BE(i) - b.readUInt32BE(j) || a.compare(b, j, j + NAME, i, i + NAME);
}

// src/adapters/git/object-reader.ts


// src/adapters/git/byte-reader.ts
var ByteReader = class {
  #source;
  #chunks = [];
  #length = 0;
  constructor(source) {
    this.#source = source[Symbol.asyncIterator]();
  }
  /**
   * Exactly `length` bytes.
   * @throws EndOfStream when the stream ends before
   */
  async take(length) {
    while (this.#length < length) {
      await this.#pull();
    }
    return this.#cut(length);
  }
  /** Exactly `length` bytes if they came already: a listing has some ten thousand packets, and waiting has its price. */
  takeNow(length) {
    return this.#length < length ? void 0 : this.#cut(length);
  }
  #cut(length) {
    let [first = new Uint8Array()] = this.#chunks;
    if (first.length < length) {
      first = Buffer.concat(this.#chunks);
      this.#chunks = [first];
    }
    if (first.length > length) {
      this.#chunks[0] = first.subarray(length);
    } else {
      this.#chunks.shift();
    }
    this.#length -= length;
    return first.subarray(0, length);
  }
  /**
   * Exactly `length` bytes, copied: a small piece of what came would keep all of it in memory.
   * @throws EndOfStream when the stream ends before
   */
  async copy(length) {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      if (this.#length === 0) {
        await this.#pull();
      }
      const piece = this.#cut(Math.min(length - at, this.#chunks[0]?.length ?? 0));
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
  /** Throws away `length` bytes without keeping them. */
  async skip(length) {
    for (let left = length; left > 0; ) {
      if (this.#length === 0) {
        await this.#pull();
      }
      const step = Math.min(left, this.#chunks[0]?.length ?? 0);
      this.#cut(step);
      left -= step;
    }
  }
  /** The text up to the next line feed, without it. */
  async line() {
    for (; ; ) {
      const line = this.lineNow();
      if (line !== void 0) {
        return line;
      }
      await this.#pull();
    }
  }
  /** The text up to the next line feed if that came already. */
  lineNow() {
    let [first] = this.#chunks;
    if (first === void 0) {
      return void 0;
    }
    let end = first.indexOf(10);
    if (end < 0 && this.#chunks.length > 1) {
      first = Buffer.concat(this.#chunks);
      this.#chunks = [first];
      end = first.indexOf(10);
    }
    if (end < 0) {
      return void 0;
    }
    const line = this.#cut(end + 1);
    return Buffer.from(line.buffer, line.byteOffset, end).toString("utf8");
  }
  /**
   * Reads to the end and throws it all away. A stream that has an iterator flows by no other means, and a process whose
   * output is not read to its end never counts as closed.
   */
  async drain() {
    this.#chunks = [];
    this.#length = 0;
    for (let more = true; more; ) {
      more = await this.#source.next().then(
        ({ done }) => done !== true,
        () => false
      );
    }
  }
  async #pull() {
    const { value, done } = await this.#source.next();
    if (done === true) {
      throw new EndOfStream();
    }
    if (value.length > 0) {
      this.#chunks.push(value);
      this.#length += value.length;
    }
  }
};
var EndOfStream = class extends Error {
  name = "EndOfStream";
};

// src/adapters/git/object-reader.ts
var NAMES_AT_ONCE = 1e3;
var MAX_DEATHS = 2;
var MAX_READ = { tag: 1024 * 1024, commit: 1024 * 1024, tree: 64 * 1024 * 1024 };
var ObjectReader = class {
  #place;
  #printing;
  /** Everything that was asked since nothing was left to answer, in order. */
  #asked = [];
  #answered = 0;
  #pumping;
  #closed = false;
  constructor(place) {
    this.#place = place;
  }
  /** The object, or undefined when it is not there. Asked at once and answered in turn. */
  async read(oid) {
    return await new Promise((resolve2, reject) => {
      this.#asked.push({ oid, resolve: resolve2, reject });
      this.#start().ask([oid]);
      this.#pumping ??= this.#pump();
    });
  }
  /** Ends the process. What was not answered yet fails. */
  async close() {
    this.#closed = true;
    if (this.#pumping !== void 0) {
      this.#printing?.kill();
    }
    await this.#pumping;
    await this.#printing?.end();
    this.#printing = void 0;
  }
  #start() {
    this.#printing ??= new Printing(this.#place, []);
    return this.#printing;
  }
  async #pump() {
    let deaths = 0;
    for (let next = this.#asked[0]; next !== void 0; next = this.#asked[this.#answered]) {
      try {
        const object = await this.#start().next();
        this.#answered += 1;
        deaths = 0;
        next.resolve(object);
      } catch (error) {
        deaths += 1;
        await this.#restart(error, deaths);
      }
      if (this.#answered === this.#asked.length) {
        this.#asked = [];
        this.#answered = 0;
      }
    }
    this.#pumping = void 0;
  }
  /** Asks a new process what is left; gives up where that is of no use. */
  async #restart(error, deaths) {
    const how = await this.#printing?.end();
    this.#printing = void 0;
    const left = this.#asked.slice(this.#answered);
    if (this.#closed || deaths >= MAX_DEATHS) {
      this.#answered = this.#asked.length;
      for (const { reject } of left) {
        reject(ended(how, error));
      }
      return;
    }
    this.#start().ask(left.map(({ oid }) => oid));
  }
};
async function* readInTurn(place, oids) {
  let deaths = 0;
  for (let at = 0; at < oids.length; ) {
    const printing = new Printing(place, ["--buffer"]);
    const asking = printing.askAll(oids.slice(at));
    try {
      for (; at < oids.length; at++) {
        const oid = oids[at] ?? "";
        const object = await printing.next();
        deaths = 0;
        yield { oid, object };
      }
    } catch (error) {
      deaths += 1;
      const how = await printing.end();
      if (deaths >= MAX_DEATHS) {
        throw ended(how, error);
      }
    } finally {
      printing.kill();
      await printing.end();
      await asking;
    }
  }
}
var Printing = class {
  #process;
  #output;
  #maxBlob;
  #gone;
  #said = "";
  constructor({ environment, directory, maxBlob }, options) {
    this.#maxBlob = maxBlob;
    const process2 = spawnGit(["cat-file", "--batch", ...options], environment, directory);
    this.#process = process2;
    process2.stderr.setEncoding("utf8").on("data", (text) => {
      this.#said = (this.#said + text).slice(-2e3);
    });
    process2.stdin.on("error", () => void 0);
    this.#gone = new Promise((resolve2) => {
      process2.on("close", () => resolve2());
      process2.on("error", (error) => {
        this.#said += error.message;
        resolve2();
      });
    });
    this.#output = new ByteReader(process2.stdout);
  }
  ask(oids) {
    if (this.#process.stdin.writable) {
      this.#process.stdin.write(oids.map((oid) => `${oid}
`).join(""));
    }
  }
  /** Asks for all of these and for nothing more. */
  async askAll(oids) {
    const { stdin } = this.#process;
    for (let i = 0; i < oids.length && stdin.writable; i += NAMES_AT_ONCE) {
      const names = oids.slice(i, i + NAMES_AT_ONCE);
      if (!stdin.write(names.map((oid) => `${oid}
`).join(""))) {
        await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_31__.once)(stdin, "drain").catch(() => void 0), this.#gone]);
      }
    }
    stdin.end();
  }
  /** The next object that was asked for. */
  async next() {
    const output = this.#output;
    const header = output.lineNow() ?? await output.line();
    const [, type = "", length = ""] = header.split(" ");
    if (type === "missing" || type === "") {
      return void 0;
    }
    const size = Number(length);
    const limit = MAX_READ[type] ?? this.#maxBlob;
    if (size > limit && (type === "blob" || type === "tree")) {
      await output.skip(size + 1);
      return type === "tree" ? { type: "oversized" } : (0,_chunk_VKYD35KL_js__WEBPACK_IMPORTED_MODULE_5__/* .parseObject */ .l)(type, size, void 0);
    }
    const bytes = await output.copy(Math.min(size, limit));
    await output.skip(size - bytes.length + 1);
    return (0,_chunk_VKYD35KL_js__WEBPACK_IMPORTED_MODULE_5__/* .parseObject */ .l)(type, size, bytes);
  }
  kill() {
    this.#process.kill("SIGKILL");
  }
  /** Ends the process, and says why it ended if it did so by itself. */
  async end() {
    this.#process.stdin.end();
    await this.#output.drain();
    await this.#gone;
    const { signalCode, exitCode } = this.#process;
    const said = this.#said.trim().split("\n").at(-1) ?? "";
    return said || (signalCode === null ? `exit code ${exitCode}` : `signal ${signalCode}`);
  }
};
function ended(how, cause) {
  const notStarted = startFailure(how ?? "");
  if (notStarted !== void 0) {
    return notStarted;
  }
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "git-protocol",
    `Git ended on the runner while it read objects (${how?.replace(/\.$/, "") ?? "it did not start"}).`,
    "Run the job again; if it stays, give the runner more memory and check its free disk space.",
    { cause }
  );
}

// src/adapters/git/object-store.ts
var MAX_ALLOCATION = 128 * 1024 * 1024;
var STREAMED = 32 * 1024 * 1024;
var Oversized = class extends Error {
  name = "Oversized";
};
var ObjectStore = class {
  #place;
  #reader;
  #names = new ObjectNames();
  /** Whether others may have put objects here that nothing is known of. */
  #hasOthers = false;
  constructor(place) {
    this.#place = place;
    this.#reader = new ObjectReader(place);
  }
  /** Whether an object is known to be on this machine. No process is asked. */
  has(oid) {
    return this.#names.has(oid);
  }
  /** The object, or undefined when it is not on this machine. */
  async read(oid) {
    return this.#hasOthers || this.has(oid) ? await this.#reader.read(oid) : void 0;
  }
  /** Objects in the given order, one at a time in memory; undefined for what is not on this machine. */
  readAll(oids) {
    return readInTurn(this.#place, oids);
  }
  /** Tells that something else than `receive` puts objects here. */
  expectOthers() {
    this.#hasOthers = true;
  }
  /** Starts to take in a pack. */
  receive() {
    const { environment, directory } = this.#place;
    const process2 = spawnGit(
      ["-c", `core.bigFileThreshold=${STREAMED}`, "index-pack", "--stdin", "--index-version=2"],
      { ...environment, GIT_ALLOC_LIMIT: String(MAX_ALLOCATION) },
      directory
    );
    let answered = "";
    let printed = "";
    process2.stdout.setEncoding("utf8").on("data", (text) => {
      answered += text;
    });
    process2.stderr.setEncoding("utf8").on("data", (text) => {
      printed = (printed + text).slice(-2e3);
    });
    process2.stdin.on("error", () => void 0);
    const closed = new Promise((resolve2) => {
      process2.on("close", resolve2);
      process2.on("error", (error) => {
        printed += error.message;
        resolve2(null);
      });
    });
    return {
      write: async (bytes) => {
        if (process2.stdin.writable && !process2.stdin.write(bytes)) {
          await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_31__.once)(process2.stdin, "drain").catch(() => void 0), closed]);
        }
      },
      finish: async () => {
        process2.stdin.end();
        const code = await closed;
        const [, name] = /^\w+\t([0-9a-f]{40})$/m.exec(answered) ?? [];
        if (/attempting to allocate|out of memory/i.test(printed) || process2.signalCode === "SIGKILL") {
          throw new Oversized();
        }
        if (code !== 0 || name === void 0) {
          const notStarted = startFailure(printed);
          if (notStarted !== void 0) {
            throw notStarted;
          }
          throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
            "git-protocol",
            `What the Git server sent could not be stored: ${printed.trim().split("\n").at(-1) || "no reason given"}.`,
            "Run the job again; check the free disk space of the runner if it stays."
          );
        }
        this.#names.addIndex(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(directory, "objects", "pack", `pack-${name}.idx`)));
      },
      abort: async () => {
        process2.kill();
        await closed;
      }
    };
  }
  /** Ends the reading process. */
  async close() {
    await this.#reader.close();
  }
};

// src/adapters/git/pack.ts


// src/domain/deflate.ts

var WINDOW_BITS = { least: 10, most: 15 };
function deflateSmall(bytes) {
  const needed2 = Math.ceil(Math.log2(bytes.length + 1));
  const windowBits = Math.min(Math.max(needed2, WINDOW_BITS.least), WINDOW_BITS.most);
  const memLevel = windowBits - 7;
  return (0,node_zlib__WEBPACK_IMPORTED_MODULE_33__.deflateSync)(bytes, { windowBits, memLevel, chunkSize: bytes.length + 64 });
}

// src/adapters/git/pack.ts
var TYPES = { commit: 1, tree: 2, blob: 3, tag: 4 };
var PIECE = 64 * 1024;
function* packPieces(objects) {
  const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_32__.createHash)("sha1");
  let parts = [];
  let length = 0;
  const piece = () => {
    const bytes = Buffer.concat(parts);
    hash.update(bytes);
    parts = [];
    length = 0;
    return bytes;
  };
  const header = Buffer.alloc(12);
  header.write("PACK", "latin1");
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  parts.push(header);
  for (const object of objects) {
    const { type, bytes } = object;
    const deflated = deflateSmall(bytes);
    const start2 = objectHeader(TYPES[type], bytes.length);
    parts.push(start2, deflated);
    length += start2.length + deflated.length;
    if (length >= PIECE) {
      yield piece();
    }
  }
  yield piece();
  yield hash.digest();
}
function packOf(objects) {
  return Buffer.concat([...packPieces(objects)]);
}
function objectHeader(type, size) {
  const bytes = [];
  let byte = type << 4 | size & 15;
  for (let rest2 = Math.floor(size / 16); ; rest2 = Math.floor(rest2 / 128)) {
    if (rest2 === 0) {
      bytes.push(byte);
      return Buffer.from(bytes);
    }
    bytes.push(byte | 128);
    byte = rest2 & 127;
  }
}

// src/adapters/git/packet.ts
var SPECIAL = {
  "0000": "flush",
  "0001": "delimiter",
  "0002": "response-end"
};
async function readPacket(reader) {
  const [a = 0, b = 0, c = 0, d = 0] = reader.takeNow(4) ?? await reader.take(4);
  const header = String.fromCharCode(a, b, c, d);
  const special = SPECIAL[header];
  if (special !== void 0) {
    return special;
  }
  const length = /^[0-9a-f]{4}$/i.test(header) ? Number.parseInt(header, 16) : 0;
  if (length < 4) {
    throw new PacketError(`"${header.replace(/[^\x20-\x7e]/g, "?")}" is no packet length`);
  }
  return reader.takeNow(length - 4) ?? await reader.take(length - 4);
}
function packetText(packet2) {
  const length = packet2.at(-1) === 10 ? packet2.length - 1 : packet2.length;
  return Buffer.from(packet2.buffer, packet2.byteOffset, length).toString("utf8");
}
function commandRequest(command, args) {
  return Buffer.concat([
    packet(`command=${command}`),
    packet("agent=tagship"),
    packet("object-format=sha1"),
    Buffer.from("0001"),
    ...args.map(packet),
    Buffer.from("0000")
  ]);
}
function packet(text) {
  const bytes = Buffer.from(`${text}
`);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
}
var PacketError = class extends Error {
  name = "PacketError";
};

// src/adapters/git/receive-pack.ts
var NO_OBJECT = "0".repeat(40);
var NEEDED = ["report-status", "atomic"];
var WELCOME = ["side-band-64k", "ofs-delta", "object-format=sha1"];
var TIMEOUT_MS = 6e4;
var MAX_SAID = 1e3;
var MAX_WHOLE = 2e3;
var PushSession = class {
  #options;
  #fetch;
  /** Where to send to, and with which capabilities; known after the first answer. */
  #server;
  /** The server's clock less ours, in milliseconds. */
  #ahead = 0;
  constructor(options) {
    this.#options = options;
    this.#fetch = (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .withinOrigin */ .is)(options.fetch);
  }
  /**
   * Makes sure that the token may push, and answers the server's time in seconds since the epoch.
   * @throws TagshipError `push-denied`, `git-auth`, `git-protocol`; TransientError
   */
  async open() {
    this.#server ??= await this.#discover();
    return Math.floor((this.#options.clock.now() + this.#ahead) / 1e3);
  }
  /**
   * Moves refs, all or none. A TransientError leaves open whether they moved.
   * @throws TagshipError as `open`; TransientError
   */
  async push(updates, objects) {
    if (updates.length === 0) {
      return { landed: true };
    }
    await this.open();
    const { url, capabilities } = this.#server ?? { url: "", capabilities: [] };
    const commands = updates.map(({ ref, from, to }, i) => {
      const command = `${from ?? NO_OBJECT} ${to ?? NO_OBJECT} ${ref}`;
      return pktLine(i === 0 ? `${command}\0${[...capabilities, "agent=tagship"].join(" ")}` : command);
    });
    const lines = Buffer.concat([...commands, Buffer.from("0000")]);
    const sent = updates.some(({ to }) => to !== void 0) ? objects : void 0;
    const response = await this.#request(`${url}/git-receive-pack`, {
      method: "POST",
      headers: {
        "content-type": "application/x-git-receive-pack-request",
        accept: "application/x-git-receive-pack-result"
      },
      ...bodyOf(lines, sent)
    }).catch((error) => {
      this.#server = void 0;
      throw error;
    });
    return await this.#reading(async () => {
      const { reader } = openBody(response);
      const { report, said } = capabilities.includes("side-band-64k") ? await splitBands(reader) : { report: await rest(reader), said: "" };
      return outcomeOf(report, said, (text) => this.#redact(text));
    });
  }
  async #discover() {
    const response = await this.#request(`${this.#options.url}/info/refs?service=git-receive-pack`, { method: "GET" });
    const type = response.headers.get("content-type") ?? "";
    if (!type.startsWith("application/x-git-receive-pack-advertisement")) {
      const title = (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .isHtml */ ._6)("", type) ? (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .titleIn */ .Ey)(await (0,_chunk_5HK3AYVU_js__WEBPACK_IMPORTED_MODULE_1__/* .beginningOf */ .V)(response)) : "";
      await response.body?.cancel().catch(() => void 0);
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(
        this.#protocol(`it answered with \`${type}\`${this.#redact(title)} instead of its refs`)
      );
    }
    const { reader, leave } = openBody(response);
    const first = await this.#reading(async () => {
      let packet2 = await readPacket(reader);
      while (packet2 === "flush" || packetText(asBytes(packet2)).startsWith("# service=")) {
        packet2 = await readPacket(reader);
      }
      return packetText(asBytes(packet2));
    });
    await leave();
    if (first.startsWith("ERR ")) {
      throw this.#protocol(`it says: ${first.slice("ERR ".length)}`);
    }
    const offered = (first.split("\0")[1] ?? "").split(" ");
    const missing = NEEDED.find((name) => !offered.includes(name));
    if (missing !== void 0) {
      throw this.#protocol(`it does not offer \`${missing}\` for a push`);
    }
    return {
      url: repositoryAt(response.url) ?? this.#options.url,
      capabilities: [...NEEDED, ...WELCOME.filter((name) => offered.includes(name))]
    };
  }
  async #request(url, init) {
    const { token, signal, clock } = this.#options;
    let response;
    try {
      response = await this.#fetch(url, {
        ...init,
        headers: {
          ...init.headers,
          authorization: `Basic ${(0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .basicCredentials */ .BG)(token)}`,
          // Some servers tell Git from a browser by it.
          "user-agent": "git/2 (tagship)"
        },
        signal: AbortSignal.any([signal(), AbortSignal.timeout(TIMEOUT_MS)])
      });
    } catch (error) {
      throw this.#connection(error);
    }
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) {
      this.#ahead = date - clock.now();
    }
    if (!response.ok) {
      throw await this.#refused(response);
    }
    return response;
  }
  async #refused(response) {
    const { url } = this.#options;
    const text = await (0,_chunk_5HK3AYVU_js__WEBPACK_IMPORTED_MODULE_1__/* .beginningOf */ .V)(response);
    const words = (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)((0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .saidIn */ .$g)(text, response.headers.get("content-type") ?? ""), (one) => this.#redact(one));
    const said = (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .TL)("The server", words.replace(/^(?:remote|fatal|error): /, ""));
    const { status } = response;
    const after = Number(response.headers.get("retry-after") ?? Number.NaN);
    if (status === 401) {
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "git-auth",
        `The Git server refused the token for a push to ${url}.`,
        "Pass a valid token as `github-token`, with `contents: write`."
      );
    }
    if (status === 403 && Number.isNaN(after)) {
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "push-denied",
        `The token may not push to ${url}.${said}`,
        (0,_chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_6__/* .remedyOfClosed */ .w)(words) ?? "Give the job `permissions: contents: write`, or pass a token of an App or a person that may write."
      );
    }
    if (status === 404) {
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "push-denied",
        `There is no repository at ${url} that the token may push to.${said}`,
        "Check the repository name, and that the token belongs to it with `contents: write`."
      );
    }
    if (status === 413) {
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "move-refused",
        `The Git server at ${url} takes no push of this size: it answered with status 413.${said}`,
        "Name fewer components at a time, or raise the limit of the proxy in front of the server (nginx: `client_max_body_size`)."
      );
    }
    const failure = new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-unreachable",
      `The Git server at ${url} answered a push with status ${status}.${said}`,
      "Check the status page of the server, then run the job again."
    );
    return status === 429 || status === 403 || status >= 500 ? new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(failure, Number.isNaN(after) ? void 0 : after * 1e3) : failure;
  }
  async #reading(work) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP || error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_) {
        throw error;
      }
      if (error instanceof Unreported) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(
          new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
            "git-unreachable",
            `The Git server at ${this.#options.url} did not report whether the push landed.${(0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .TL)(
              "It",
              (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(error.said, (said) => this.#redact(said))
            )}`,
            "Check the status page of the server, then run the job again."
          )
        );
      }
      if (error instanceof PacketError) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(this.#protocol(error.message));
      }
      throw this.#connection(error);
    }
  }
  #connection(error) {
    const { signal, url } = this.#options;
    if (signal().aborted) {
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it pushed.", "Run the job again.");
    }
    const astray = (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .astrayIn */ .wU)(error);
    if (astray !== void 0) {
      return astrayFailure(url, astray);
    }
    const { cause } = error instanceof Error ? error : { cause: void 0 };
    const why = error instanceof EndOfStream ? "the answer broke off" : cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error);
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(
      new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "git-unreachable",
        `The Git server at ${url} could not be pushed to: ${this.#redact(why).replace(/\.?$/, ".")}`,
        "Check the network and proxy settings of the runner (a private certificate authority goes into `NODE_EXTRA_CA_CERTS`), then run the job again.",
        { cause: error }
      )
    );
  }
  #protocol(reason) {
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-protocol",
      `The Git server at ${this.#options.url} cannot be pushed to: ${this.#redact(reason)}.`,
      "Check that the server is GitHub or a GitHub Enterprise Server."
    );
  }
  #redact(text) {
    const { token } = this.#options;
    return text.replaceAll(token, "***").replaceAll((0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .basicCredentials */ .BG)(token), "***");
  }
};
function repositoryAt(answered) {
  return /^(.+)\/info\/refs\?/.exec(answered)?.[1];
}
var Unreported = class extends Error {
  name = "Unreported";
  said;
  constructor(said) {
    super("The push was answered without a report.");
    this.said = said;
  }
};
function bodyOf(lines, objects) {
  if (objects === void 0) {
    return { body: lines };
  }
  if (objects.length <= MAX_WHOLE) {
    return { body: Buffer.concat([lines, packOf(objects)]) };
  }
  const pieces = function* () {
    yield lines;
    yield* packPieces(objects);
  };
  return { body: ReadableStream.from(pieces()), duplex: "half" };
}
function openBody(response) {
  const chunks = (response.body ?? new ReadableStream({ start: (stream) => stream.close() })).values();
  return {
    reader: new ByteReader(chunks),
    leave: async () => void await chunks.return?.().catch(() => void 0)
  };
}
function asBytes(packet2) {
  if (typeof packet2 === "string") {
    throw new PacketError(`a ${packet2} packet came where refs should be`);
  }
  return packet2;
}
function pktLine(text) {
  const bytes = Buffer.from(`${text}
`);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
}
async function splitBands(reader) {
  const report = [];
  const said = [];
  const words = () => Buffer.concat(said).toString("utf8");
  try {
    for (let packet2 = await readPacket(reader); packet2 !== "flush"; packet2 = await readPacket(reader)) {
      const bytes = asBytes(packet2);
      if (bytes[0] === 1) {
        report.push(bytes.subarray(1));
      } else if (said.length < MAX_SAID) {
        said.push(bytes.subarray(1));
      }
    }
  } catch (error) {
    throw error instanceof EndOfStream && said.length > 0 ? new Unreported(words()) : error;
  }
  return { report: Buffer.concat(report), said: words() };
}
async function rest(reader) {
  const parts = [];
  try {
    for (; ; ) {
      parts.push(await reader.take(1));
    }
  } catch (error) {
    if (!(error instanceof EndOfStream)) {
      throw error;
    }
  }
  return Buffer.concat(parts);
}
function outcomeOf(report, words, scrub) {
  const said = scrub(words);
  const refused = [];
  let unpacked = "";
  let accepted = 0;
  for (let at = 0; at + 4 <= report.length; ) {
    const length = Number.parseInt(report.toString("latin1", at, at + 4), 16);
    if (Number.isNaN(length) || length > 0 && length < 4) {
      throw new PacketError("the report of the push cannot be read");
    }
    const line = report.toString("utf8", at + 4, at + length).trimEnd();
    at += Math.max(length, 4);
    if (line.startsWith("unpack ")) {
      unpacked = line.slice("unpack ".length);
    } else if (line.startsWith("ok ")) {
      accepted += 1;
    } else if (line.startsWith("ng ")) {
      const [ref = "", ...reason] = line.slice("ng ".length).split(" ");
      refused.push({ ref, reason: (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(reason.join(" "), scrub) });
    }
  }
  if (unpacked === "") {
    throw new Unreported(said);
  }
  return unpacked === "ok" && refused.length === 0 && accepted > 0 ? { landed: true } : { landed: false, refused, said: unpacked === "ok" ? said : `unpack: ${scrub(unpacked)}
${said}` };
}

// src/adapters/git/remote-session.ts

var ERROR_MARK = [...Buffer.from("ERR ")];
var RemoteSession = class {
  #process;
  #reader;
  #url;
  #secrets;
  #closed;
  #printed = "";
  #ready;
  /** @param secrets texts that must not appear in an error */
  constructor(url, environment, cwd, secrets) {
    this.#url = url;
    this.#secrets = secrets;
    const helper = url.startsWith("https:") ? "remote-https" : "remote-http";
    this.#process = spawnGit([helper, "origin", url], environment, cwd);
    this.#process.stderr.setEncoding("utf8").on("data", (text) => {
      this.#printed = (this.#printed + text).slice(-1e4);
    });
    this.#process.stdin.on("error", () => void 0);
    this.#closed = new Promise((resolve2) => {
      this.#process.on("close", resolve2);
      this.#process.on("error", (error) => {
        this.#printed += error.message;
        resolve2(void 0);
      });
    });
    this.#reader = new ByteReader(this.#process.stdout);
  }
  /** Begins without waiting. Whether it worked is told where something is asked for. */
  connect() {
    this.#connect().catch(() => void 0);
  }
  /**
   * Lists refs whose full names start with one of the prefixes; the server does the filtering.
   * @param before an earlier answer to the same question, of which everything is kept that still holds
   * @returns `before` itself where all of it still holds
   */
  async listRefs(prefixes, before = []) {
    return await this.#guard(async () => {
      await this.#connect();
      await this.#send(
        commandRequest("ls-refs", ["peel", "symrefs", ...prefixes.map((prefix) => `ref-prefix ${prefix}`)])
      );
      const refs = new ListedRefs(before);
      for (let packet2 = await this.#next(); packet2 !== "flush"; packet2 = await this.#next()) {
        if (typeof packet2 !== "string") {
          refs.add(packetText(packet2));
        }
      }
      await this.#endOfResponse();
      return refs.all;
    });
  }
  /** Fetches objects. */
  async fetch({ wants, filter, history, pack }) {
    await this.#guard(async () => {
      const features = await this.#connect();
      await this.#send(
        commandRequest("fetch", [
          "no-progress",
          "ofs-delta",
          historyArgument(history),
          ...filter !== void 0 && features.has("filter") ? [`filter ${filter}`] : [],
          ...wants.map((oid) => `want ${oid}`),
          "done"
        ])
      );
      for (let packet2 = await this.#next(); packet2 !== "flush"; packet2 = await this.#next()) {
        if (typeof packet2 !== "string" && packetText(packet2) === "packfile") {
          await this.#receive(pack);
          break;
        }
      }
      await this.#endOfResponse();
    });
  }
  /** Ends the conversation; the process is gone when the promise is kept. */
  async close() {
    this.#process.kill();
    await this.#reader.drain();
    await this.#closed;
  }
  async #receive(pack) {
    for (let packet2 = await this.#next(); packet2 !== "flush"; packet2 = await this.#next()) {
      if (typeof packet2 === "string") {
        continue;
      }
      const band = packet2[0];
      if (band === 1) {
        await pack(packet2.subarray(1));
      } else if (band === 3) {
        throw this.#refusal(packetText(packet2.subarray(1)));
      }
    }
  }
  /** Starts protocol version 2 and answers what `fetch` can do on this server. */
  #connect() {
    this.#ready ??= this.#start();
    return this.#ready;
  }
  async #start() {
    await this.#send("stateless-connect git-upload-pack\n");
    const answer = await this.#reader.line();
    if (answer !== "") {
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(this.#refusal("the server does not speak protocol version 2"));
    }
    let fetchFeatures = [];
    let version = "";
    for (let packet2 = await this.#next(); packet2 !== "flush"; packet2 = await this.#next()) {
      const text = typeof packet2 === "string" ? "" : packetText(packet2);
      version ||= text;
      if (text.startsWith("fetch=")) {
        fetchFeatures = text.slice("fetch=".length).split(" ");
      }
      if (text.startsWith("object-format=") && text !== "object-format=sha1") {
        throw this.#refusal(`the repository uses ${text}, and only SHA-1 is known`);
      }
    }
    if (version !== "version 2") {
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TransientError */ .N_(this.#refusal("the server does not speak protocol version 2"));
    }
    return new Set(fetchFeatures);
  }
  async #next() {
    const packet2 = await readPacket(this.#reader);
    if (packet2 === "response-end") {
      throw new PacketError("an answer ended too early");
    }
    if (typeof packet2 !== "string" && ERROR_MARK.every((byte, i) => packet2[i] === byte)) {
      throw this.#refusal(packetText(packet2.subarray(ERROR_MARK.length)));
    }
    return packet2;
  }
  async #endOfResponse() {
    const packet2 = await readPacket(this.#reader);
    if (packet2 !== "response-end") {
      throw new PacketError("a response did not end where it should");
    }
  }
  async #send(bytes) {
    if (!this.#process.stdin.write(bytes)) {
      await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_31__.once)(this.#process.stdin, "drain").catch(() => void 0), this.#closed]);
    }
  }
  #refusal(reason) {
    return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "git-protocol",
      `The Git server at ${this.#url} answered: ${this.#redact(reason).replace(/\.?$/, ".")}`,
      "Run the job again; if it stays, check that the server is GitHub or a GitHub Enterprise Server."
    );
  }
  async #guard(work) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EndOfStream) {
        await this.#closed;
        throw remoteFailure(this.#redact(this.#printed), this.#url, error);
      }
      if (error instanceof PacketError) {
        await this.close();
        throw remoteFailure(this.#redact(this.#printed) || error.message, this.#url, error);
      }
      throw error;
    }
  }
  #redact(text) {
    return this.#secrets.reduce((clean, secret2) => clean.replaceAll(secret2, "***"), text);
  }
};
function historyArgument(history) {
  if ("without" in history) {
    return `have ${history.without}`;
  }
  return "depth" in history ? `deepen ${history.depth}` : `deepen-since ${history.since}`;
}
var ListedRefs = class {
  #before;
  #refs = [];
  #at = 0;
  #kept = 0;
  constructor(before) {
    this.#before = before;
  }
  add(line) {
    const expected = this.#before[this.#at];
    if (expected?.line === line) {
      this.#refs.push(expected);
      this.#at += 1;
      this.#kept += 1;
      return;
    }
    const ref = parseRef(line);
    for (let next = expected; next !== void 0 && next.name < ref.name; next = this.#before[this.#at]) {
      this.#at += 1;
    }
    const known = this.#before[this.#at];
    if (known?.line === line) {
      this.add(line);
    } else {
      this.#refs.push(ref);
      this.#at += known?.name === ref.name ? 1 : 0;
    }
  }
  get all() {
    const isSame = this.#kept === this.#before.length && this.#kept === this.#refs.length;
    return isSame ? this.#before : this.#refs;
  }
};
function parseRef(line) {
  const [oid = "", name = "", ...attributes] = line.split(" ");
  const attribute = (key) => attributes.find((text) => text.startsWith(`${key}:`))?.slice(key.length + 1);
  return { name, oid, peeled: attribute("peeled"), symrefTarget: attribute("symref-target"), line };
}

// src/adapters/git/git-repository.ts
var TREES_BUDGET = 8 * 1024 * 1024;
var MAX_WANTS = 16e3;
var CACHE_BYTES = 64 * 1024 * 1024;
var MAX_REMEMBERED = 2e3;
var LEAST_BUDGET = 1024 * 1024;
var PACK_HEADER = 12;
var FILTERS = { everything: void 0, trees: "blob:none", objects: "tree:0" };
var GitRepository = class _GitRepository {
  #options;
  #directory;
  /** Where the server says that the repository is, as after it was renamed; at first where it was looked for. */
  #url;
  #environment;
  #store;
  /** Objects that were read or pushed, but no file that was read. */
  #known = new _chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_7__/* .BoundedCache */ .Ij(CACHE_BYTES);
  /** Objects that came without what is below them. */
  #shallow = /* @__PURE__ */ new Set();
  /** Objects of which no deeper depth came, since more is below than may come at once. */
  #tooLarge = { everything: /* @__PURE__ */ new Set(), trees: /* @__PURE__ */ new Set() };
  /** Objects that are not read: they are larger than whatever counts. */
  #oversized = /* @__PURE__ */ new Set();
  /** Commits that came with all their files. */
  #whole = /* @__PURE__ */ new Set();
  #pushing;
  /** What was listed last under the prefixes of `refs`. */
  #listings = /* @__PURE__ */ new Map();
  #session;
  /** Aborted when everything under way is given up; what begins afterwards has another one. */
  #era = new AbortController();
  /** What runs that were killed left behind is removed while this one works. */
  #tidied;
  /** One conversation at a time. */
  #turn = Promise.resolve();
  constructor(options, directory, environment) {
    this.#options = options;
    this.#url = options.url;
    this.#directory = directory;
    this.#environment = environment;
    this.#store = new ObjectStore({ environment, directory, maxBlob: _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_10__/* .KV_LIMITS */ .f.value });
    this.#tidied = removeLeftFolders(options.temporary, options.clock.now());
    this.#pushing = new PushSession({ ...options, fetch: options.fetch, signal: () => this.#signal });
    options.signal.addEventListener("abort", () => void this.#hangUp(), { once: true });
  }
  /** Prepares an empty bare repository; nothing is asked of the server yet. */
  static async open(options) {
    const directory = await ownFolder(options.temporary);
    const environment = (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .gitEnvironment */ ._K)(options.environment, directory, options);
    await Promise.all([
      (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(directory, "objects")),
      (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(directory, "refs")),
      (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(directory, "HEAD"), "ref: refs/heads/main\n"),
      // It is thrown away after the run, so nothing has to wait until the disk has it.
      (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(directory, "config"), "[core]\n	repositoryformatversion = 0\n	bare = true\n	fsync = none\n")
    ]);
    return new _GitRepository(options, directory, environment);
  }
  /** Sends the request that every conversation begins with. How it went is told where something is asked for. */
  connect() {
    this.#open().connect();
  }
  async refs(tagPrefixes) {
    const named = `refs/heads/${this.#options.defaultBranch ?? "main"}`;
    const before = this.#listings.get(tagPrefixes.join("\n"));
    const refs = await this.#remote(
      (session) => session.listRefs(["HEAD", named, ...tagPrefixes.map((prefix) => `refs/tags/${prefix}`)], before?.refs)
    );
    if (before !== void 0 && before.refs === refs) {
      return before.answer;
    }
    const head = refs.find(({ name }) => name === "HEAD") ?? refs.find(({ name }) => name === named);
    const answer = {
      head: head?.oid,
      tags: refs.filter(({ name }) => name.startsWith("refs/tags/")).map(toTagRef)
    };
    this.#listings.set(tagPrefixes.join("\n"), { refs, answer });
    return answer;
  }
  async tips(names) {
    const listed = names.length === 0 ? [] : await this.#remote((session) => session.listRefs(names));
    return new Map(listed.filter(({ name }) => names.includes(name)).map(({ name, oid }) => [name, oid]));
  }
  async load(oids, depth, budget = depth === "trees" ? TREES_BUDGET : Number.POSITIVE_INFINITY) {
    const missing = [...new Set(oids)].filter((oid) => !this.#isNear(oid, depth));
    const left = await this.#fetch(missing, FILTERS[depth], budget);
    if (depth === "objects") {
      left.forEach(this.#oversized.add, this.#oversized);
      return oids.every((oid) => !this.#oversized.has(oid));
    }
    const tooLarge = this.#tooLarge[depth];
    left.forEach(tooLarge.add, tooLarge);
    await this.load(left, "objects");
    return oids.every((oid) => !tooLarge.has(oid) && !this.#oversized.has(oid));
  }
  async loadPresent(oids) {
    const absent = /* @__PURE__ */ new Set();
    for (; ; ) {
      try {
        await this.load(
          oids.filter((oid) => !absent.has(oid)),
          "objects"
        );
        return absent;
      } catch (error) {
        const oid = error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP ? absentObject(error.what) : void 0;
        if (oid === void 0 || absent.has(oid)) {
          throw error;
        }
        absent.add(oid);
      }
    }
  }
  /** Whether an object is here as deep as it is wanted; what was too large once is not begun again. */
  #isNear(oid, depth) {
    if (this.#oversized.has(oid)) {
      return true;
    }
    if (depth === "everything") {
      return this.#whole.has(oid) || this.#tooLarge.everything.has(oid);
    }
    const asDeep = depth === "objects" || !this.#shallow.has(oid) || this.#tooLarge.trees.has(oid);
    return asDeep && (this.#known.has(oid) || this.#store.has(oid));
  }
  async log(tip, limit) {
    if ("since" in limit) {
      const object = await this.read(tip);
      if (object?.type === "commit" && Date.parse(object.date) / 1e3 < limit.since) {
        return;
      }
    }
    await this.#fetch([tip], "tree:0", Number.POSITIVE_INFINITY, limit);
  }
  async reachable(tip, commits) {
    const asked = [...new Set(commits)];
    const found = asked.filter((oid) => oid === tip);
    for (const unknown = chunksOf(asked.filter((oid) => oid !== tip)); unknown.length > 0; ) {
      const some = unknown.shift() ?? [];
      const answer = await this.#leadTo(some, tip);
      if (answer === "none missing") {
        found.push(...some);
      } else if (answer !== "some missing") {
        unknown.unshift(...chunksOf(some.filter((oid) => oid !== answer.absent)));
      } else if (some.length > 1) {
        const half = Math.ceil(some.length / 2);
        unknown.unshift(some.slice(0, half), some.slice(half));
      }
    }
    return new Set(found);
  }
  /**
   * Whether a tip leads back to all of these commits: then to somebody who has the tip the server sends nothing of them.
   * (What it acknowledges while it negotiates says less: it takes the parents of a commit for the commit.)
   */
  async #leadTo(commits, tip) {
    const request = { wants: commits, filter: FILTERS.objects, history: { without: tip } };
    return await this.#remote(async (session) => {
      let head = Buffer.alloc(0);
      try {
        await session.fetch({
          ...request,
          pack: async (bytes) => {
            head = Buffer.concat([head, bytes.subarray(0, PACK_HEADER - head.length)]);
            if (head.length === PACK_HEADER && objectsIn(head) > 0) {
              throw new OverBudget();
            }
          }
        });
        return "none missing";
      } catch (error) {
        if (error instanceof OverBudget) {
          await this.#hangUp();
          return "some missing";
        }
        const absent = error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP ? absentObject(error.what) : void 0;
        if (absent === void 0 || !commits.includes(absent)) {
          throw error;
        }
        await this.#hangUp();
        return { absent };
      }
    });
  }
  async read(oid) {
    const near = this.#known.get(oid) ?? await this.#local(oid);
    if (near !== void 0 || !/^[0-9a-f]{40}$/.test(oid)) {
      return near;
    }
    try {
      await this.load([oid], "objects");
    } catch (error) {
      if (error instanceof _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP && absentObject(error.what) !== void 0) {
        return void 0;
      }
      throw error;
    }
    return this.#oversized.has(oid) ? { type: "oversized" } : await this.#local(oid);
  }
  async *readAll(oids) {
    for (let i = 0; i < oids.length; i += MAX_WANTS) {
      const some = oids.slice(i, i + MAX_WANTS);
      const absent = await this.loadPresent(some);
      const stored = new Set(some.filter((oid) => this.#store.has(oid)));
      const inTurn = this.#store.readAll(some.filter((oid) => stored.has(oid)))[Symbol.asyncIterator]();
      try {
        for (const oid of some) {
          if (stored.has(oid)) {
            yield (await inTurn.next()).value;
          } else {
            yield { oid, object: absent.has(oid) ? void 0 : await this.read(oid) };
          }
        }
      } finally {
        await inTurn.return?.();
      }
    }
  }
  async serverTime() {
    const era = this.#era.signal;
    return await (0,_chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L5)(this.#options.clock, async () => {
      if (era.aborted) {
        throw givenUp();
      }
      return await this.#pushing.open();
    });
  }
  async push(updates, objects) {
    const era = this.#era.signal;
    let outcome;
    try {
      outcome = await this.#pushing.push(updates, objects);
    } catch (error) {
      throw era.aborted ? givenUp(error) : error;
    }
    if (outcome.landed) {
      const remembered = objects.length > MAX_REMEMBERED ? objects.filter(({ type }) => type !== "blob") : objects;
      for (const raw of remembered) {
        const object = (0,_chunk_VKYD35KL_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRaw */ .k)(raw);
        if (object !== void 0) {
          this.#known.set(raw.oid, object, weightOf(object));
        }
      }
    }
    return outcome;
  }
  async abandon() {
    this.#era.abort();
    this.#era = new AbortController();
    await this.#hangUp();
  }
  get #signal() {
    return AbortSignal.any([this.#options.signal, this.#era.signal]);
  }
  /** Checks a commit out into a directory of its own, by a fetch without history. */
  async worktree(commit) {
    const { token } = this.#options;
    const url = this.#url;
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(this.#directory, "worktree-"));
    const git = async (env, ...args) => {
      const options = { env, silent: true, ignoreReturnCode: true, cwd: this.#directory };
      const { exitCode, stderr } = await getExecOutput("git", args, options);
      const clean = [token, (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .basicCredentials */ .BG)(token)].reduce((text, one) => text.replaceAll(one, "***"), stderr);
      return exitCode === 0 ? void 0 : clean;
    };
    const remove = async () => {
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.rm)(directory, { recursive: true, force: true, maxRetries: 3 });
    };
    this.#store.expectOthers();
    try {
      await (0,_chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L5)(this.#options.clock, async () => {
        const failure2 = await git(this.#environment, "fetch", "--quiet", "--no-tags", "--depth=1", url, commit);
        if (failure2 !== void 0) {
          throw remoteFailure(failure2, url);
        }
      });
      const local = (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .worktreeEnvironment */ .zZ)(this.#options.environment, this.#directory);
      const failure = await git(local, "worktree", "add", "--quiet", "--force", "--detach", directory, commit);
      if (failure !== void 0) {
        throw notCheckedOut(commit, failure);
      }
    } catch (error) {
      await remove();
      throw error;
    }
    return { directory, remove };
  }
  /** Ends all processes and removes the directory. */
  async close() {
    await this.#session?.close();
    await this.#store.close();
    await this.#tidied;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.rm)(this.#directory, { recursive: true, force: true, maxRetries: 3 });
  }
  async #local(oid) {
    const object = await this.#store.read(oid);
    if (object !== void 0 && object.type !== "blob") {
      this.#known.set(oid, object, weightOf(object));
    }
    return object;
  }
  /** What of it did not come: all of it where it was more than the budget, in bytes, or what is too large to be stored. */
  async #fetch(wants, filter, budget, history = { depth: 1 }) {
    const left = [];
    let rest2 = budget;
    for (let i = 0; i < wants.length; i += MAX_WANTS) {
      const some = wants.slice(i, i + MAX_WANTS);
      const size = await this.#fetchOnce({ wants: some, filter, history }, rest2);
      if (typeof size === "number") {
        rest2 -= size;
      } else if (size === "over-budget" && filter !== FILTERS.objects) {
        return wants;
      } else if (some.length === 1) {
        left.push(...some);
      } else {
        const half = Math.max(budget / 2, LEAST_BUDGET);
        const middle = some.length >>> 1;
        left.push(...await this.#fetch(some.slice(0, middle), filter, half, history));
        left.push(...await this.#fetch(some.slice(middle), filter, half, history));
      }
    }
    return left;
  }
  /** How much came, in bytes, or why none of it is kept. */
  async #fetchOnce(request, budget) {
    return await this.#remote(async (session) => {
      const pack = this.#store.receive();
      let size = 0;
      try {
        await session.fetch({
          ...request,
          pack: async (bytes) => {
            size += bytes.length;
            if (size > budget) {
              throw new OverBudget();
            }
            await pack.write(bytes);
          }
        });
      } catch (error) {
        if (error instanceof OverBudget) {
          await this.#hangUp();
        }
        await pack.abort();
        if (error instanceof OverBudget) {
          return "over-budget";
        }
        throw error;
      }
      try {
        await pack.finish();
      } catch (error) {
        if (error instanceof Oversized) {
          return "oversized";
        }
        throw error;
      }
      this.#remember(request);
      return size;
    });
  }
  /** Notes how deep what was fetched is. */
  #remember({ wants, filter }) {
    for (const oid of wants) {
      if (filter === "tree:0") {
        this.#shallow.add(oid);
      } else {
        this.#shallow.delete(oid);
      }
      if (filter === void 0) {
        this.#whole.add(oid);
      }
    }
  }
  async #remote(work) {
    const era = this.#era.signal;
    const mine = this.#turn.then(() => this.#converse(work, era));
    this.#turn = mine.catch(() => void 0);
    return await mine;
  }
  async #converse(work, era) {
    return await (0,_chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L5)(this.#options.clock, async () => {
      if (era.aborted) {
        throw givenUp();
      }
      if (this.#options.signal.aborted) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it read from Git.", "Run the job again.");
      }
      try {
        return await work(this.#open());
      } catch (error) {
        await this.#hangUp();
        if (error instanceof Redirected && await this.#goOn()) {
          return await work(this.#open());
        }
        throw error;
      }
    });
  }
  /**
   * Asks where a redirect leads to, since Git does not say.
   * @returns whether that is another place than the one that was asked
   * @throws TagshipError where it is on another origin
   */
  async #goOn() {
    const { token, environment, fetch } = this.#options;
    const url = this.#url;
    try {
      const response = await (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .withinOrigin */ .is)(fetch)(`${url}/info/refs?service=git-upload-pack`, {
        headers: {
          authorization: `Basic ${(0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .basicCredentials */ .BG)(token)}`,
          "git-protocol": "version=2",
          // Some servers tell Git from a browser by it.
          "user-agent": "git/2 (tagship)"
        },
        signal: AbortSignal.any([this.#signal, AbortSignal.timeout(TIMEOUT_MS)])
      });
      await response.body?.cancel();
      this.#url = repositoryAt(response.url) ?? url;
    } catch (error) {
      const astray = (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .astrayIn */ .wU)(error);
      if (astray !== void 0) {
        throw astrayFailure(url, astray);
      }
      return false;
    }
    this.#environment = (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .gitEnvironment */ ._K)(environment, this.#directory, { url: this.#url, token });
    return this.#url !== url;
  }
  #open() {
    const { token } = this.#options;
    this.#session ??= new RemoteSession(this.#url, this.#environment, this.#directory, [
      token,
      (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .basicCredentials */ .BG)(token)
    ]);
    return this.#session;
  }
  async #hangUp() {
    const session = this.#session;
    this.#session = void 0;
    await session?.close();
  }
};
function notCheckedOut(commit, said) {
  const isFull = /no space left|quota exceeded/i.test(said);
  const last = said.trim().split("\n").at(-1) ?? "";
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "rebuild-failed",
    `Commit ${commit.slice(0, 12)} could not be checked out: ${last.replace(/\.$/, "")}.`,
    isFull ? "Free disk space on the runner, then run the job again." : `Try \`git worktree add\` with this commit in a clone on the same runner: a filter or a file name that the machine does not take is named there.`
  );
}
function chunksOf(oids) {
  return Array.from(
    { length: Math.ceil(oids.length / MAX_WANTS) },
    (_, i) => oids.slice(i * MAX_WANTS, (i + 1) * MAX_WANTS)
  );
}
function objectsIn(packHeader) {
  return packHeader.readUInt32BE(8);
}
function givenUp(cause) {
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("git-unreachable", "The Git server did not answer in time.", "Run the job again.", { cause });
}
function absentObject(said) {
  return /(?:not our ref|no such object)\W+([0-9a-f]{40})\b/i.exec(said)?.[1];
}
function weightOf(object) {
  switch (object.type) {
    case "blob":
      return 200 + (object.bytes?.length ?? 0);
    case "tree":
      return object.listing.weight;
    case "commit":
      return 1e3 + 2 * object.message.length + 100 * object.parents.length;
    case "tag":
    case "oversized":
      return 500;
  }
}
var OverBudget = class extends Error {
  name = "OverBudget";
};
function toTagRef({ name, oid, peeled }) {
  return { name: name.slice("refs/tags/".length), object: oid, commit: peeled ?? oid };
}

// src/adapters/local-workshop.ts

var LocalWorkshop = class {
  #source;
  #environment;
  #stdout;
  #signal;
  /** @param stdout where commands print */
  constructor(source, environment, stdout, signal) {
    this.#source = source;
    this.#environment = environment;
    this.#stdout = stdout;
    this.#signal = signal;
  }
  async checkout(commit, work) {
    const { directory, remove } = await this.#source.worktree(commit);
    try {
      return await work(directory);
    } finally {
      await remove();
    }
  }
  async run(argv, directory, variables) {
    const [command = "", ...args] = argv;
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_32__.randomUUID)();
    this.#stdout.write(`::stop-commands::${token}
`);
    try {
      return await Promise.race([
        start(`"${command.replaceAll('"', "")}"`, args, {
          cwd: directory,
          env: { ...(0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .inheritedVariables */ .Q4)(this.#environment), ...variables },
          ignoreReturnCode: true,
          outStream: this.#stdout
        }),
        cancelled(this.#signal)
      ]);
    } finally {
      this.#stdout.write(`::${token}::
`);
    }
  }
};
async function start(...call) {
  try {
    return await exec(...call);
  } catch (error) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "rebuild-failed",
      `The command ${call[0].replaceAll('"', "`")} could not be started: ${error instanceof Error ? error.message : String(error)}`,
      "Check that the runner has the command, and its spelling under `logic.rebuild`.",
      { cause: error }
    );
  }
}
function cancelled(signal) {
  return new Promise((_, reject) => {
    const refuse = () => reject(new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("cancelled", "The run was cancelled during the rebuild.", "Run the job again."));
    if (signal.aborted) {
      refuse();
    }
    signal.addEventListener("abort", refuse, { once: true });
  });
}

// src/adapters/signals.ts
var Signals = class {
  #controller = new AbortController();
  #source;
  #onRequest;
  #requested = false;
  #shields = 0;
  /**
   * @param source where the signals arrive
   * @param onRequest called at the first signal; with true when what is under way is finished first
   */
  constructor(source, onRequest) {
    this.#source = source;
    this.#onRequest = onRequest;
    source.on("SIGINT", this.#request);
    source.on("SIGTERM", this.#request);
  }
  /** Aborted when what is under way is to end. */
  get signal() {
    return this.#controller.signal;
  }
  get requested() {
    return this.#requested;
  }
  async shield(work) {
    this.#shields++;
    try {
      return await work();
    } finally {
      this.#shields--;
      this.#apply();
    }
  }
  /** Stops listening, and ends what is still under way although nobody waits for it. */
  close() {
    this.#source.off("SIGINT", this.#request);
    this.#source.off("SIGTERM", this.#request);
    this.#controller.abort();
  }
  #request = () => {
    if (!this.#requested) {
      this.#requested = true;
      this.#onRequest(this.#shields > 0);
    }
    this.#apply();
  };
  #apply() {
    if (this.#requested && this.#shields === 0) {
      this.#controller.abort();
    }
  }
};

// src/adapters/working-tree.ts



var FILES_AT_ONCE = 256;
var FILE_MODE = /^100/;
var READ_NO_LINK = node_fs__WEBPACK_IMPORTED_MODULE_34__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_34__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_34__.constants.O_NONBLOCK ?? 0);
var WorkingTree = class _WorkingTree {
  kind = "working-tree";
  #root;
  #environment;
  #signal;
  /** Whether each folder is one, and not a link to one. */
  #folders = /* @__PURE__ */ new Map([["", true]]);
  #buffer = Buffer.allocUnsafeSlow(_chunk_XGBL4TZ5_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SOURCE */ .VD);
  constructor(root, environment, signal) {
    this.#root = root;
    this.#environment = environment;
    this.#signal = signal;
  }
  /** The checkout in a directory; undefined where there is none. */
  static at(root, environment, signal) {
    return root === void 0 || root === "" || !(0,node_fs__WEBPACK_IMPORTED_MODULE_34__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(root, ".git")) ? void 0 : new _WorkingTree(root, environment, signal);
  }
  async paths() {
    const listed = await this.#list(["-t", "--stage", "--cached", "--deleted", "--others", "--exclude-standard", "-z"]);
    const gone = /* @__PURE__ */ new Set();
    const found = /* @__PURE__ */ new Set();
    for (const line of listed.split("\0")) {
      const tab = line.startsWith("? ") ? 1 : line.indexOf("	");
      const path4 = line.slice(tab + 1);
      if (tab === 1 ? this.#isFile(path4) : FILE_MODE.test(line.slice(2))) {
        (line.startsWith("R ") ? gone : found).add(path4);
      }
    }
    return [...found].filter((path4) => !gone.has(path4)).sort();
  }
  async *readAll(paths, limit = _chunk_XGBL4TZ5_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SOURCE */ .VD) {
    let read = 0;
    for (const path4 of paths) {
      if (++read % FILES_AT_ONCE === 0) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_35__.setImmediate)();
        this.#refuseCancelled();
      }
      yield this.#read(path4, limit);
    }
  }
  // What a checkout has just written is in memory: a read takes less time than the way through another thread and back.
  #read(path4, limit) {
    if (!this.#isInside(path4)) {
      return { path: path4, kind: "none" };
    }
    let file;
    try {
      file = (0,node_fs__WEBPACK_IMPORTED_MODULE_34__.openSync)(`${this.#root}/${path4}`, READ_NO_LINK);
    } catch {
      return { path: path4, kind: "none" };
    }
    try {
      const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_34__.fstatSync)(file);
      if (!stats.isFile()) {
        return { path: path4, kind: "none" };
      }
      if (stats.size > limit) {
        return { path: path4, kind: "too-large" };
      }
      const buffer = stats.size <= this.#buffer.length ? this.#buffer : Buffer.allocUnsafeSlow(stats.size);
      return (0,_chunk_XGBL4TZ5_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceText */ .rI)(path4, buffer.subarray(0, fill(buffer, file, stats.size)));
    } catch {
      return { path: path4, kind: "none" };
    } finally {
      (0,node_fs__WEBPACK_IMPORTED_MODULE_34__.closeSync)(file);
    }
  }
  #isFile(path4) {
    try {
      return this.#isInside(path4) && (0,node_fs__WEBPACK_IMPORTED_MODULE_34__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(this.#root, path4)).isFile();
    } catch {
      return false;
    }
  }
  /** Whether a path leads nowhere out of the checkout: no step up, and no link on the way. */
  #isInside(path4) {
    const slash = path4.lastIndexOf("/");
    const name = path4.slice(slash + 1);
    return name !== "" && name !== "." && name !== ".." && this.#isFolder(path4.slice(0, Math.max(slash, 0)));
  }
  #isFolder(path4) {
    const known = this.#folders.get(path4);
    if (known !== void 0) {
      return known;
    }
    let isFolder = false;
    try {
      isFolder = this.#isInside(path4) && (0,node_fs__WEBPACK_IMPORTED_MODULE_34__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(this.#root, path4)).isDirectory();
    } catch {
    }
    this.#folders.set(path4, isFolder);
    return isFolder;
  }
  async #list(options) {
    this.#refuseCancelled();
    const git = spawnGit(
      ["-c", "core.fsmonitor=false", "ls-files", ...options],
      (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .checkoutEnvironment */ .Iu)(this.#environment, this.#root),
      this.#root
    );
    const stop = () => {
      git.kill("SIGKILL");
    };
    this.#signal.addEventListener("abort", stop, { once: true });
    const printed = [];
    let said = "";
    git.stdin.on("error", () => void 0).end();
    git.stdout.on("data", (bytes) => printed.push(bytes));
    git.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-2e3);
    });
    const code = await new Promise((resolve2) => {
      git.on("close", resolve2);
      git.on("error", (error) => {
        said += error.message;
        resolve2(null);
      });
    });
    this.#signal.removeEventListener("abort", stop);
    this.#refuseCancelled();
    if (code !== 0) {
      const notStarted = startFailure(said);
      if (notStarted !== void 0) {
        throw notStarted;
      }
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "git-protocol",
        `The files of the checkout could not be listed: ${said.trim().split("\n").at(-1) || `exit code ${code}`}.`,
        "Check the repository out again (`actions/checkout`), or leave the checkout out: Tagship does without one."
      );
    }
    return Buffer.concat(printed).toString("utf8");
  }
  #refuseCancelled() {
    if (this.#signal.aborted) {
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it read the checkout.", "Run the job again.");
    }
  }
};
function fill(buffer, file, size) {
  let length = 0;
  while (length < size) {
    const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_34__.readSync)(file, buffer, length, size - length, null);
    if (read === 0) {
      break;
    }
    length += read;
  }
  return length;
}

// src/main.ts
async function main(command, given, host, console2) {
  const told = {};
  try {
    await run(command, given, host, console2, told);
  } catch (error) {
    await notifyOf(told, (0,_chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error), host, console2);
    throw error;
  }
  await notifyOf(told, [], host, console2);
}
async function notifyOf({ rules = [], report }, failures, { environment, event }, console2) {
  if (rules.length === 0) {
    return;
  }
  const [{ happeningsOf }, { notify }] = await Promise.all([
    __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 4260)),
    __webpack_require__.e(/* import() */ 249).then(__webpack_require__.bind(__webpack_require__, 7249))
  ]);
  const happenings = happeningsOf(report, failures, (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .pO)(environment, event).run || void 0).map((one) => ({
    ...one,
    title: console2.secrets.hide(one.title),
    text: console2.secrets.hide(one.text)
  }));
  for (const clause of await notify(rules, happenings, reading(environment, console2), (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiedFetch */ .iR)(environment))) {
    console2.warning(`A notification was not sent: ${clause}.`);
  }
}
async function run(command, given, host, console2, told) {
  const { environment, event } = host;
  const inputs = await readInputs(given, environment, command, needsCloudflare(command, given, event));
  const context = (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .runContext */ .pO)(environment, event);
  const settings = {
    repositoryName: context.repository,
    serverUrl: context.serverUrl,
    secrets: console2.secrets,
    hideVariables: (names) => names.forEach(reading(environment, console2)),
    onConfig: ({ notify }) => {
      told.rules = notify;
    },
    configPath: inputs.configPath,
    namespaces: inputs.namespaces,
    acceptMoved: inputs.override.has("moved-version"),
    acceptUnanchored: inputs.override.has("unanchored"),
    overrides: inputs.override,
    dryRun: inputs.dryRun,
    reason: inputs.reason,
    pushed: (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .pushedTag */ .YZ)(event),
    author: {
      actor: context.actor || null,
      email: context.email,
      run: context.run || null,
      reason: inputs.reason ?? null,
      override: [...inputs.override]
    }
  };
  const using = async (work) => await withPorts(inputs, context, host, console2, work);
  const audience = {
    console: console2,
    save: (result) => saveResult(result, environment),
    hear: (report) => {
      told.report = report;
    }
  };
  switch (inputs.command) {
    case "guard": {
      const report = await using(async (ports) => {
        const [{ guard }, metrics] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(654), __webpack_require__.e(703), __webpack_require__.e(701), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 9139)), ports.metrics()]);
        const isUnnamed = inputs.request.selection.by === "run";
        const ofJob = isUnnamed ? await targetsOfJob(environment) : void 0;
        const request = { ...inputs.request, ofJob, pushed: (0,_chunk_UQOR6T46_js__WEBPACK_IMPORTED_MODULE_3__/* .tagOf */ .cO)(event)?.tag };
        return await guard(request, settings, { ...ports, metrics });
      });
      const { tellGuard } = await Promise.all(/* import() */[__webpack_require__.e(703), __webpack_require__.e(710)]).then(__webpack_require__.bind(__webpack_require__, 1710));
      await tellGuard(report, context, audience);
      if (report.failures.length > 0) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .Reported */ .af(report.failures);
      }
      return;
    }
    case "promote": {
      const report = await using(async (ports) => {
        const { promote } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(654), __webpack_require__.e(544)]).then(__webpack_require__.bind(__webpack_require__, 8544));
        return await promote(inputs.request, settings, ports);
      });
      return await publish(report, context, audience);
    }
    case "rollback": {
      const report = await using(async (ports) => {
        const { rollback } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(654), __webpack_require__.e(703), __webpack_require__.e(701), __webpack_require__.e(616)]).then(__webpack_require__.bind(__webpack_require__, 9616));
        return await rollback(inputs.request, settings, ports);
      });
      return await publish(report, context, audience);
    }
    case "restore": {
      const report = await using(async (ports) => {
        const { restore } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(654), __webpack_require__.e(415)]).then(__webpack_require__.bind(__webpack_require__, 1415));
        return await restore(inputs.request, settings, ports);
      });
      return await publish(report, context, audience);
    }
    case "reconcile": {
      host.keepMemorySmall();
      const report = await using(async (ports) => {
        const { reconcile } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(179)]).then(__webpack_require__.bind(__webpack_require__, 6179));
        const { reconcileLogic, withLogic } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(861)]).then(__webpack_require__.bind(__webpack_require__, 9861));
        const compared = await reconcile(inputs.request, settings, ports);
        const workshop = new LocalWorkshop(ports.repository, environment, host.stdout, ports.cancellation.signal);
        const access = cloudflareVariables(inputs);
        return withLogic(compared, await reconcileLogic(inputs.request, settings, access, { ...ports, workshop }));
      });
      const { tellReconcile } = await Promise.all(/* import() */[__webpack_require__.e(703), __webpack_require__.e(710)]).then(__webpack_require__.bind(__webpack_require__, 1710));
      await tellReconcile(report, context, audience);
      if (report.failures.length > 0) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .Reported */ .af(report.failures);
      }
      return;
    }
    case "validate": {
      const [{ validate }, { ThreadTimeLimit }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(449)]).then(__webpack_require__.bind(__webpack_require__, 9449)),
        __webpack_require__.e(/* import() */ 670).then(__webpack_require__.bind(__webpack_require__, 2670))
      ]);
      const commit = commitOf(environment);
      const request = { scope: inputs.scope, commit, change: changeOf(event, commit) };
      const report = await using(async (ports) => {
        const { signal } = ports.cancellation;
        const checkout = WorkingTree.at(environment.GITHUB_WORKSPACE, environment, signal);
        const kv = inputs.cloudflare.token === "" || inputs.cloudflare.accountId === "" ? void 0 : ports.kv;
        return await validate(request, settings, { ...ports, checkout, kv, limit: new ThreadTimeLimit() });
      });
      const [sarif, unwritten] = await writeSarif(report, context, environment, console2.secrets).then(
        (path4) => [path4, []],
        (error) => [void 0, (0,_chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error)]
      );
      const failures = [...report.failures, ...unwritten];
      const { tellValidate } = await Promise.all(/* import() */[__webpack_require__.e(703), __webpack_require__.e(710)]).then(__webpack_require__.bind(__webpack_require__, 1710));
      await tellValidate({ ...report, failures }, sarif, context, audience);
      if (failures.length > 0) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .Reported */ .af(failures);
      }
      return;
    }
    case "history": {
      const report = await using(async (ports) => {
        const { history } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(827)]).then(__webpack_require__.bind(__webpack_require__, 5827));
        return await history(inputs.request, settings, ports);
      });
      const { tellHistory } = await Promise.all(/* import() */[__webpack_require__.e(703), __webpack_require__.e(710)]).then(__webpack_require__.bind(__webpack_require__, 1710));
      return await tellHistory(report, context, audience);
    }
    case "deploy": {
      const todo = requestOf(inputs.selection, event);
      if (todo.kind === "nothing") {
        const { nothingDone } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(310)]).then(__webpack_require__.bind(__webpack_require__, 8310));
        const report2 = nothingDone("deploy", settings, [{ level: "notice", message: todo.why }]);
        return await publish(report2, context, audience);
      }
      const report = await using(async (ports) => {
        if (todo.kind === "deploy") {
          const { deploy } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(833)]).then(__webpack_require__.bind(__webpack_require__, 7833));
          return await deploy(todo.request, settings, ports);
        }
        const { rebuild } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(773), __webpack_require__.e(25), __webpack_require__.e(776), __webpack_require__.e(688)]).then(__webpack_require__.bind(__webpack_require__, 1688));
        const workshop = new LocalWorkshop(ports.repository, environment, host.stdout, ports.cancellation.signal);
        return await rebuild(todo.request, settings, cloudflareVariables(inputs), { ...ports, workshop });
      });
      return await publish(report, context, audience);
    }
  }
}
function cloudflareVariables({ cloudflare }) {
  return {
    ...cloudflare.token === "" ? {} : { CLOUDFLARE_API_TOKEN: cloudflare.token },
    ...cloudflare.accountId === "" ? {} : { CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId }
  };
}
async function saveResult(result, environment) {
  const { writeResult } = await __webpack_require__.e(/* import() */ 708).then(__webpack_require__.bind(__webpack_require__, 3708));
  return await writeResult(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_20__.tmpdir)(), result);
}
async function targetsOfJob(environment) {
  const [{ readResults }, { targetsIn }] = await Promise.all([
    __webpack_require__.e(/* import() */ 708).then(__webpack_require__.bind(__webpack_require__, 3708)),
    Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(341)]).then(__webpack_require__.bind(__webpack_require__, 341))
  ]);
  return environment.RUNNER_TEMP ? targetsIn(await readResults(environment.RUNNER_TEMP)) : void 0;
}
async function writeSarif(report, context, environment, secrets) {
  const [{ sarifOf }, { writeBelow, writeTo }] = await Promise.all([
    __webpack_require__.e(/* import() */ 934).then(__webpack_require__.bind(__webpack_require__, 2934)),
    __webpack_require__.e(/* import() */ 708).then(__webpack_require__.bind(__webpack_require__, 3708))
  ]);
  const { GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref } = environment;
  const informationUri = `${context.serverUrl}/${action || context.repository}`;
  const document = sarifOf(report.findings, {
    version: VERSION,
    informationUri,
    helpUri: (code) => `${informationUri}/blob/${encodeURIComponent(ref || "main")}/docs/validate.md#${code}`
  });
  const text = secrets.hide(JSON.stringify(document));
  return report.sarifPath === void 0 ? await writeTo(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_20__.tmpdir)(), "tagship.sarif", text) : await writeBelow(environment.GITHUB_WORKSPACE || process.cwd(), report.sarifPath, text);
}
async function withPorts(inputs, context, host, console2, work) {
  const { environment } = host;
  const cancellation = new Signals(
    host.signals,
    (isShielded) => console2.info(isShielded ? "Cancelled: the move that is under way is finished first." : "Cancelled.")
  );
  const { signal } = cancellation;
  const clock = host.clock(signal);
  const fetch = (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .proxiedFetch */ .iR)(environment);
  const repository = await GitRepository.open({
    url: `${context.serverUrl}/${context.repository}`,
    token: inputs.githubToken,
    temporary: environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_20__.tmpdir)(),
    environment,
    clock,
    fetch,
    signal,
    defaultBranch: context.defaultBranch
  });
  try {
    repository.connect();
    const [{ CloudflareKv }, { GitHubForge }] = await Promise.all([
      Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(995)]).then(__webpack_require__.bind(__webpack_require__, 7995)),
      __webpack_require__.e(/* import() */ 643).then(__webpack_require__.bind(__webpack_require__, 8643))
    ]);
    const { githubToken: token, cloudflare } = inputs;
    const onWait = (milliseconds) => console2.info(`Waiting ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_18__/* .duration */ .p0)(milliseconds)}: Cloudflare allows 1,200 API requests in five minutes.`);
    const kv = new CloudflareKv({ ...cloudflare, fetch, clock, signal, onWait });
    const forge = new GitHubForge({ ...context, token, fetch, secrets: console2.secrets, signal });
    const metrics = async () => {
      const { MetricSources } = await Promise.all(/* import() */[__webpack_require__.e(127), __webpack_require__.e(108), __webpack_require__.e(727), __webpack_require__.e(609)]).then(__webpack_require__.bind(__webpack_require__, 2609));
      return new MetricSources({
        fetch,
        environment: reading(environment, console2),
        directory: environment.GITHUB_WORKSPACE || process.cwd(),
        inherited: (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_11__/* .inheritedVariables */ .Q4)(environment),
        cloudflare,
        secrets: console2.secrets,
        signal
      });
    };
    const result = work({ repository, kv, forge, clock, cancellation, journal: console2, metrics });
    if (inputs.command !== "history" && inputs.command !== "validate") {
      (0,_chunk_QSRH5CJQ_js__WEBPACK_IMPORTED_MODULE_4__/* .prepareFetch */ .sh)(fetch);
    }
    return await result;
  } finally {
    cancellation.close();
    await repository.close();
  }
}
var PUBLIC_VARIABLES = /^(?:GITHUB_(?!TOKEN$)\w+|RUNNER_\w+)$/;
function reading(environment, console2) {
  return (name) => {
    const value = environment[name];
    if (value !== void 0 && value.length >= _chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_14__/* .SHORTEST_SECRET */ .c3 && !PUBLIC_VARIABLES.test(name)) {
      console2.mask(value);
    }
    return value;
  };
}
async function publish(report, context, audience) {
  const { tellRun } = await Promise.all(/* import() */[__webpack_require__.e(703), __webpack_require__.e(710)]).then(__webpack_require__.bind(__webpack_require__, 1710));
  await tellRun(report, context, audience);
  if (report.failures.length > 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_17__/* .Reported */ .af(report.failures);
  }
}



/***/ })

};
