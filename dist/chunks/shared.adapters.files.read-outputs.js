import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readLines
} from "./shared.adapters.files.read-lines.js";
import {
  asOutputs,
  listApplications
} from "./shared.prompts.application.js";
import {
  createKeyHider
} from "./shared.secrets.js";
import {
  asSupplied,
  baselineFolder,
  createSuppliedDriver,
  readBaseline,
  selectLiving
} from "./shared.baseline.parse-baseline.js";
import {
  createLocalDriver,
  listFirstRound
} from "./shared.execute.draw.js";
import {
  findPrompt,
  identifyArm,
  jsonl,
  limitCases,
  listKeys,
  loadSuites,
  readOneSide,
  readSides,
  selectSuites
} from "./shared.checks.any-expected.js";
import {
  maxRows
} from "./shared.datasets.aliases.js";
import {
  buildPlaces,
  fileWhere,
  nameOf,
  readJsonFile,
  readMessages
} from "./shared.prompts.fields.js";
import {
  breaksOff,
  listKnown,
  quoteName,
  suggestName,
  throwProblems
} from "./shared.text.problems.js";
import {
  decodeSourceFile,
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  inCode
} from "./shared.text.prose.js";
import {
  contentHash,
  isJsonNumber,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError,
  __commonJS,
  __toESM,
  asError,
  buildProblem
} from "./shared.errors.js";

// node_modules/@rgrove/parse-xml/dist/lib/StringScanner.js
var require_StringScanner = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/StringScanner.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.StringScanner = void 0;
    var emptyString = "";
    var surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
    var StringScanner = class {
      constructor(string) {
        this.charCount = this.charLength(string, true);
        this.charIndex = 0;
        this.length = string.length;
        this.multiByteMode = this.charCount !== this.length;
        this.string = string;
        if (this.multiByteMode) {
          let charsToBytes = [];
          for (let byteIndex = 0, charIndex = 0; charIndex < this.charCount; ++charIndex) {
            charsToBytes[charIndex] = byteIndex;
            byteIndex += string.codePointAt(byteIndex) > 65535 ? 2 : 1;
          }
          this.charsToBytes = charsToBytes;
        }
      }
      /**
       * Whether the current character index is at the end of the input string.
       */
      get isEnd() {
        return this.charIndex >= this.charCount;
      }
      // -- Protected Methods ------------------------------------------------------
      /**
       * Returns the number of characters in the given string, which may differ from
       * the byte length if the string contains multibyte characters.
       */
      charLength(string, multiByteSafe = this.multiByteMode) {
        return multiByteSafe ? string.replace(surrogatePair, "_").length : string.length;
      }
      // -- Public Methods ---------------------------------------------------------
      /**
       * Advances the scanner by the given number of characters, stopping if the end
       * of the string is reached.
       */
      advance(count = 1) {
        this.charIndex = Math.min(this.charCount, this.charIndex + count);
      }
      /**
       * Returns the byte index of the given character index in the string. The two
       * may differ in strings that contain multibyte characters.
       */
      charIndexToByteIndex(charIndex = this.charIndex) {
        return this.multiByteMode ? this.charsToBytes[charIndex] ?? Infinity : charIndex;
      }
      /**
       * Consumes and returns the given number of characters if possible, advancing
       * the scanner and stopping if the end of the string is reached.
       *
       * If no characters could be consumed, an empty string will be returned.
       */
      consume(charCount = 1) {
        let chars = this.peek(charCount);
        this.advance(charCount);
        return chars;
      }
      /**
       * Consumes and returns the given number of bytes if possible, advancing the
       * scanner and stopping if the end of the string is reached.
       *
       * It's up to the caller to ensure that the given byte count doesn't split a
       * multibyte character.
       *
       * If no bytes could be consumed, an empty string will be returned.
       */
      consumeBytes(byteCount) {
        let byteIndex = this.charIndexToByteIndex();
        let result = this.string.slice(byteIndex, byteIndex + byteCount);
        this.advance(this.charLength(result));
        return result;
      }
      /**
       * Consumes and returns all characters for which the given function returns
       * `true`, stopping when `false` is returned or the end of the input is
       * reached.
       */
      consumeMatchFn(fn) {
        let { length, multiByteMode, string } = this;
        let startByteIndex = this.charIndexToByteIndex();
        let endByteIndex = startByteIndex;
        if (multiByteMode) {
          while (endByteIndex < length) {
            let char = string[endByteIndex];
            let isSurrogatePair = char >= "\uD800" && char <= "\uDBFF";
            if (isSurrogatePair) {
              char += string[endByteIndex + 1];
            }
            if (!fn(char)) {
              break;
            }
            endByteIndex += isSurrogatePair ? 2 : 1;
          }
        } else {
          while (endByteIndex < length && fn(string[endByteIndex])) {
            ++endByteIndex;
          }
        }
        return this.consumeBytes(endByteIndex - startByteIndex);
      }
      /**
       * Consumes the given string if it exists at the current character index, and
       * advances the scanner.
       *
       * If the given string doesn't exist at the current character index, an empty
       * string will be returned and the scanner will not be advanced.
       */
      consumeString(stringToConsume) {
        let { length } = stringToConsume;
        let byteIndex = this.charIndexToByteIndex();
        if (stringToConsume === this.string.slice(byteIndex, byteIndex + length)) {
          this.advance(length === 1 ? 1 : this.charLength(stringToConsume));
          return stringToConsume;
        }
        return emptyString;
      }
      /**
       * Consumes characters until the given global regex is matched, advancing the
       * scanner up to (but not beyond) the beginning of the match. If the regex
       * doesn't match, nothing will be consumed.
       *
       * Returns the consumed string, or an empty string if nothing was consumed.
       */
      consumeUntilMatch(regex) {
        let matchByteIndex = this.string.slice(this.charIndexToByteIndex()).search(regex);
        return matchByteIndex > 0 ? this.consumeBytes(matchByteIndex) : emptyString;
      }
      /**
       * Consumes characters until the given string is found, advancing the scanner
       * up to (but not beyond) that point. If the string is never found, nothing
       * will be consumed.
       *
       * Returns the consumed string, or an empty string if nothing was consumed.
       */
      consumeUntilString(searchString) {
        let byteIndex = this.charIndexToByteIndex();
        let matchByteIndex = this.string.indexOf(searchString, byteIndex);
        return matchByteIndex > 0 ? this.consumeBytes(matchByteIndex - byteIndex) : emptyString;
      }
      /**
       * Returns the given number of characters starting at the current character
       * index, without advancing the scanner and without exceeding the end of the
       * input string.
       */
      peek(count = 1) {
        let { charIndex, string } = this;
        return this.multiByteMode ? string.slice(this.charIndexToByteIndex(charIndex), this.charIndexToByteIndex(charIndex + count)) : string.slice(charIndex, charIndex + count);
      }
      /**
       * Resets the scanner position to the given character _index_, or to the start
       * of the input string if no index is given.
       *
       * If _index_ is negative, the scanner position will be moved backward by that
       * many characters, stopping if the beginning of the string is reached.
       */
      reset(index = 0) {
        this.charIndex = index >= 0 ? Math.min(this.charCount, index) : Math.max(0, this.charIndex + index);
      }
    };
    exports.StringScanner = StringScanner;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/syntax.js
var require_syntax = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/syntax.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.predefinedEntities = exports.endCharData = exports.attValueNormalizedWhitespace = exports.attValueCharSingleQuote = exports.attValueCharDoubleQuote = void 0;
    exports.isNameChar = isNameChar;
    exports.isNameStartChar = isNameStartChar;
    exports.isReferenceChar = isReferenceChar;
    exports.isWhitespace = isWhitespace;
    exports.isXmlCodePoint = isXmlCodePoint;
    exports.attValueCharDoubleQuote = /["&<]/;
    exports.attValueCharSingleQuote = /['&<]/;
    exports.attValueNormalizedWhitespace = /\r\n|[\n\r\t]/g;
    exports.endCharData = /<|&|]]>/;
    exports.predefinedEntities = Object.freeze(Object.assign(/* @__PURE__ */ Object.create(null), {
      amp: "&",
      apos: "'",
      gt: ">",
      lt: "<",
      quot: '"'
    }));
    function isNameChar(char) {
      let cp = char.codePointAt(0);
      return cp >= 97 && cp <= 122 || cp >= 65 && cp <= 90 || cp >= 48 && cp <= 57 || cp === 45 || cp === 46 || cp === 183 || cp >= 768 && cp <= 879 || cp === 8255 || cp === 8256 || isNameStartChar(char, cp);
    }
    function isNameStartChar(char, cp = char.codePointAt(0)) {
      return cp >= 97 && cp <= 122 || cp >= 65 && cp <= 90 || cp === 58 || cp === 95 || cp >= 192 && cp <= 214 || cp >= 216 && cp <= 246 || cp >= 248 && cp <= 767 || cp >= 880 && cp <= 893 || cp >= 895 && cp <= 8191 || cp === 8204 || cp === 8205 || cp >= 8304 && cp <= 8591 || cp >= 11264 && cp <= 12271 || cp >= 12289 && cp <= 55295 || cp >= 63744 && cp <= 64975 || cp >= 65008 && cp <= 65533 || cp >= 65536 && cp <= 983039;
    }
    function isReferenceChar(char) {
      return char === "#" || isNameChar(char);
    }
    function isWhitespace(char) {
      let cp = char.codePointAt(0);
      return cp === 32 || cp === 9 || cp === 10 || cp === 13;
    }
    function isXmlCodePoint(cp) {
      return cp >= 32 && cp <= 55295 || cp === 10 || cp === 9 || cp === 13 || cp >= 57344 && cp <= 65533 || cp >= 65536 && cp <= 1114111;
    }
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlNode.js
var require_XmlNode = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlNode.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlNode = void 0;
    var XmlNode = class _XmlNode {
      constructor() {
        this.parent = null;
        this.start = -1;
        this.end = -1;
      }
      /**
       * Document that contains this node, or `null` if this node is not associated
       * with a document.
       */
      get document() {
        return this.parent?.document ?? null;
      }
      /**
       * Whether this node is the root node of the document (also known as the
       * document element).
       */
      get isRootNode() {
        return this.parent !== null && this.parent === this.document && this.type === _XmlNode.TYPE_ELEMENT;
      }
      /**
       * Whether whitespace should be preserved in the content of this element and
       * its children.
       *
       * This is influenced by the value of the special `xml:space` attribute, and
       * will be `true` for any node whose `xml:space` attribute is set to
       * "preserve". If a node has no such attribute, it will inherit the value of
       * the nearest ancestor that does (if any).
       *
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-white-space
       */
      get preserveWhitespace() {
        return !!this.parent?.preserveWhitespace;
      }
      /**
       * Type of this node.
       *
       * The value of this property is a string that matches one of the static
       * `TYPE_*` properties on the `XmlNode` class (e.g. `TYPE_ELEMENT`,
       * `TYPE_TEXT`, etc.).
       *
       * The `XmlNode` class itself is a base class and doesn't have its own type
       * name.
       */
      get type() {
        return "";
      }
      /**
       * Returns a JSON-serializable object representing this node, minus properties
       * that could result in circular references.
       */
      toJSON() {
        let json = {
          type: this.type
        };
        if (this.isRootNode) {
          json.isRootNode = true;
        }
        if (this.preserveWhitespace) {
          json.preserveWhitespace = true;
        }
        if (this.start !== -1) {
          json.start = this.start;
          json.end = this.end;
        }
        return json;
      }
    };
    exports.XmlNode = XmlNode;
    XmlNode.TYPE_CDATA = "cdata";
    XmlNode.TYPE_COMMENT = "comment";
    XmlNode.TYPE_DOCUMENT = "document";
    XmlNode.TYPE_DOCUMENT_TYPE = "doctype";
    XmlNode.TYPE_ELEMENT = "element";
    XmlNode.TYPE_PROCESSING_INSTRUCTION = "pi";
    XmlNode.TYPE_TEXT = "text";
    XmlNode.TYPE_XML_DECLARATION = "xmldecl";
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlText.js
var require_XmlText = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlText.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlText = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlText = class extends XmlNode_js_1.XmlNode {
      constructor(text = "") {
        super();
        this.text = text;
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_TEXT;
      }
      toJSON() {
        return Object.assign(XmlNode_js_1.XmlNode.prototype.toJSON.call(this), {
          text: this.text
        });
      }
    };
    exports.XmlText = XmlText;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlCdata.js
var require_XmlCdata = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlCdata.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlCdata = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlText_js_1 = require_XmlText();
    var XmlCdata = class extends XmlText_js_1.XmlText {
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_CDATA;
      }
    };
    exports.XmlCdata = XmlCdata;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlComment.js
var require_XmlComment = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlComment.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlComment = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlComment = class extends XmlNode_js_1.XmlNode {
      constructor(content = "") {
        super();
        this.content = content;
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_COMMENT;
      }
      toJSON() {
        return Object.assign(XmlNode_js_1.XmlNode.prototype.toJSON.call(this), {
          content: this.content
        });
      }
    };
    exports.XmlComment = XmlComment;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlDeclaration.js
var require_XmlDeclaration = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlDeclaration.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlDeclaration = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlDeclaration = class extends XmlNode_js_1.XmlNode {
      constructor(version, encoding, standalone) {
        super();
        this.version = version;
        this.encoding = encoding ?? null;
        this.standalone = standalone ?? null;
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_XML_DECLARATION;
      }
      toJSON() {
        let json = XmlNode_js_1.XmlNode.prototype.toJSON.call(this);
        json.version = this.version;
        for (let key of ["encoding", "standalone"]) {
          if (this[key] !== null) {
            json[key] = this[key];
          }
        }
        return json;
      }
    };
    exports.XmlDeclaration = XmlDeclaration;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlElement.js
var require_XmlElement = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlElement.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlElement = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlElement2 = class _XmlElement extends XmlNode_js_1.XmlNode {
      constructor(name, attributes = /* @__PURE__ */ Object.create(null), children = []) {
        super();
        this.name = name;
        this.attributes = attributes;
        this.children = children;
      }
      /**
       * Whether this element is empty (meaning it has no children).
       */
      get isEmpty() {
        return this.children.length === 0;
      }
      get preserveWhitespace() {
        let node = this;
        while (node instanceof _XmlElement) {
          if ("xml:space" in node.attributes) {
            return node.attributes["xml:space"] === "preserve";
          }
          node = node.parent;
        }
        return false;
      }
      /**
       * Text content of this element and all its descendants.
       */
      get text() {
        return this.children.map((child) => "text" in child ? child.text : "").join("");
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_ELEMENT;
      }
      toJSON() {
        return Object.assign(XmlNode_js_1.XmlNode.prototype.toJSON.call(this), {
          name: this.name,
          attributes: this.attributes,
          children: this.children.map((child) => child.toJSON())
        });
      }
    };
    exports.XmlElement = XmlElement2;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlDocument.js
var require_XmlDocument = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlDocument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlDocument = void 0;
    var XmlElement_js_1 = require_XmlElement();
    var XmlNode_js_1 = require_XmlNode();
    var XmlDocument = class extends XmlNode_js_1.XmlNode {
      constructor(children = []) {
        super();
        this.children = children;
      }
      get document() {
        return this;
      }
      /**
       * Root element of this document, or `null` if this document is empty.
       */
      get root() {
        for (let child of this.children) {
          if (child instanceof XmlElement_js_1.XmlElement) {
            return child;
          }
        }
        return null;
      }
      /**
       * Text content of this document and all its descendants.
       */
      get text() {
        return this.children.map((child) => "text" in child ? child.text : "").join("");
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_DOCUMENT;
      }
      toJSON() {
        return Object.assign(XmlNode_js_1.XmlNode.prototype.toJSON.call(this), {
          children: this.children.map((child) => child.toJSON())
        });
      }
    };
    exports.XmlDocument = XmlDocument;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlDocumentType.js
var require_XmlDocumentType = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlDocumentType.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlDocumentType = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlDocumentType = class extends XmlNode_js_1.XmlNode {
      constructor(name, publicId, systemId, internalSubset) {
        super();
        this.name = name;
        this.publicId = publicId ?? null;
        this.systemId = systemId ?? null;
        this.internalSubset = internalSubset ?? null;
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_DOCUMENT_TYPE;
      }
      toJSON() {
        let json = XmlNode_js_1.XmlNode.prototype.toJSON.call(this);
        json.name = this.name;
        for (let key of ["publicId", "systemId", "internalSubset"]) {
          if (this[key] !== null) {
            json[key] = this[key];
          }
        }
        return json;
      }
    };
    exports.XmlDocumentType = XmlDocumentType;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlError.js
var require_XmlError = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlError.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlError = void 0;
    var XmlError2 = class extends Error {
      constructor(message, charIndex, xml) {
        let column = 1;
        let excerpt = "";
        let line = 1;
        for (let i = 0; i < charIndex; ++i) {
          let char = xml[i];
          if (char === "\n") {
            column = 1;
            excerpt = "";
            line += 1;
          } else {
            column += 1;
            excerpt += char;
          }
        }
        let eol = xml.indexOf("\n", charIndex);
        excerpt += eol === -1 ? xml.slice(charIndex) : xml.slice(charIndex, eol);
        let excerptStart = 0;
        if (excerpt.length > 50) {
          if (column < 40) {
            excerpt = excerpt.slice(0, 50);
          } else {
            excerptStart = column - 20;
            excerpt = excerpt.slice(excerptStart, column + 30);
          }
        }
        super(`${message} (line ${line}, column ${column})
  ${excerpt}
` + " ".repeat(column - excerptStart + 1) + "^\n");
        this.column = column;
        this.excerpt = excerpt;
        this.line = line;
        this.name = "XmlError";
        this.pos = charIndex;
      }
    };
    exports.XmlError = XmlError2;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/XmlProcessingInstruction.js
var require_XmlProcessingInstruction = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/XmlProcessingInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlProcessingInstruction = void 0;
    var XmlNode_js_1 = require_XmlNode();
    var XmlProcessingInstruction = class extends XmlNode_js_1.XmlNode {
      constructor(name, content = "") {
        super();
        this.name = name;
        this.content = content;
      }
      get type() {
        return XmlNode_js_1.XmlNode.TYPE_PROCESSING_INSTRUCTION;
      }
      toJSON() {
        return Object.assign(XmlNode_js_1.XmlNode.prototype.toJSON.call(this), {
          name: this.name,
          content: this.content
        });
      }
    };
    exports.XmlProcessingInstruction = XmlProcessingInstruction;
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/Parser.js
var require_Parser = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/Parser.js"(exports) {
    "use strict";
    var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports && exports.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports && exports.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) {
        for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
      }
      __setModuleDefault(result, mod);
      return result;
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Parser = void 0;
    var StringScanner_js_1 = require_StringScanner();
    var syntax = __importStar(require_syntax());
    var XmlCdata_js_1 = require_XmlCdata();
    var XmlComment_js_1 = require_XmlComment();
    var XmlDeclaration_js_1 = require_XmlDeclaration();
    var XmlDocument_js_1 = require_XmlDocument();
    var XmlDocumentType_js_1 = require_XmlDocumentType();
    var XmlElement_js_1 = require_XmlElement();
    var XmlError_js_1 = require_XmlError();
    var XmlNode_js_1 = require_XmlNode();
    var XmlProcessingInstruction_js_1 = require_XmlProcessingInstruction();
    var XmlText_js_1 = require_XmlText();
    var emptyString = "";
    var Parser = class {
      /**
       * @param xml XML string to parse.
       * @param options Parser options.
       */
      constructor(xml, options = {}) {
        let doc = this.document = new XmlDocument_js_1.XmlDocument();
        this.currentNode = doc;
        this.options = options;
        this.scanner = new StringScanner_js_1.StringScanner(xml);
        if (this.options.includeOffsets) {
          doc.start = 0;
          doc.end = xml.length;
        }
        this.parse();
      }
      /**
       * Adds the given `XmlNode` as a child of `this.currentNode`.
       */
      addNode(node, charIndex) {
        node.parent = this.currentNode;
        if (this.options.includeOffsets) {
          node.start = this.scanner.charIndexToByteIndex(charIndex);
          node.end = this.scanner.charIndexToByteIndex();
        }
        this.currentNode.children.push(node);
        return true;
      }
      /**
       * Adds the given _text_ to the document, either by appending it to a
       * preceding `XmlText` node (if possible) or by creating a new `XmlText` node.
       *
       * When _normalize_ is `true` (the default), line breaks in _text_ are
       * normalized per section 2.11 of the XML spec. This must be `false` for text
       * that comes from a character or entity reference, since references aren't
       * subject to line break normalization.
       */
      addText(text, charIndex, normalize = true) {
        let { children } = this.currentNode;
        let { length } = children;
        if (normalize) {
          text = normalizeLineBreaks(text);
        }
        if (length > 0) {
          let prevNode = children[length - 1];
          if (prevNode?.type === XmlNode_js_1.XmlNode.TYPE_TEXT) {
            let textNode = prevNode;
            textNode.text += text;
            if (this.options.includeOffsets) {
              textNode.end = this.scanner.charIndexToByteIndex();
            }
            return true;
          }
        }
        return this.addNode(new XmlText_js_1.XmlText(text), charIndex);
      }
      /**
       * Consumes element attributes.
       *
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-starttags
       */
      consumeAttributes() {
        let attributes = /* @__PURE__ */ Object.create(null);
        while (this.consumeWhitespace()) {
          let attrName = this.consumeName();
          if (!attrName) {
            break;
          }
          let attrValue = this.consumeEqual() && this.consumeAttributeValue();
          if (attrValue === false) {
            throw this.error("Attribute value expected");
          }
          if (attrName in attributes) {
            throw this.error(`Duplicate attribute: ${attrName}`);
          }
          if (attrName === "xml:space" && attrValue !== "default" && attrValue !== "preserve") {
            throw this.error('Value of the `xml:space` attribute must be "default" or "preserve"');
          }
          attributes[attrName] = attrValue;
        }
        if (this.options.sortAttributes) {
          let attrNames = Object.keys(attributes).sort();
          let sortedAttributes = /* @__PURE__ */ Object.create(null);
          for (let i = 0; i < attrNames.length; ++i) {
            let attrName = attrNames[i];
            sortedAttributes[attrName] = attributes[attrName];
          }
          attributes = sortedAttributes;
        }
        return attributes;
      }
      /**
       * Consumes an `AttValue` (attribute value) if possible.
       *
       * @returns
       *   Contents of the `AttValue` minus quotes, or `false` if nothing was
       *   consumed. An empty string indicates that an `AttValue` was consumed but
       *   was empty.
       *
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-AttValue
       */
      consumeAttributeValue() {
        let { scanner } = this;
        let quote = scanner.peek();
        if (quote !== '"' && quote !== "'") {
          return false;
        }
        scanner.advance();
        let chars;
        let isClosed = false;
        let value = emptyString;
        let regex = quote === '"' ? syntax.attValueCharDoubleQuote : syntax.attValueCharSingleQuote;
        matchLoop: while (!scanner.isEnd) {
          chars = scanner.consumeUntilMatch(regex);
          if (chars) {
            this.validateChars(chars);
            value += chars.replace(syntax.attValueNormalizedWhitespace, " ");
          }
          switch (scanner.peek()) {
            case quote:
              isClosed = true;
              break matchLoop;
            case "&":
              value += this.consumeReference();
              continue;
            case "<":
              throw this.error("Unescaped `<` is not allowed in an attribute value");
            default:
              break matchLoop;
          }
        }
        if (!isClosed) {
          throw this.error("Unclosed attribute");
        }
        scanner.advance();
        return value;
      }
      /**
       * Consumes a CDATA section if possible.
       *
       * @returns Whether a CDATA section was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-cdata-sect
       */
      consumeCdataSection() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        if (!scanner.consumeString("<![CDATA[")) {
          return false;
        }
        let text = scanner.consumeUntilString("]]>");
        this.validateChars(text);
        if (!scanner.consumeString("]]>")) {
          throw this.error("Unclosed CDATA section");
        }
        return this.options.preserveCdata ? this.addNode(new XmlCdata_js_1.XmlCdata(normalizeLineBreaks(text)), startIndex) : this.addText(text, startIndex);
      }
      /**
       * Consumes character data if possible.
       *
       * @returns Whether character data was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#dt-chardata
       */
      consumeCharData() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        let charData = scanner.consumeUntilMatch(syntax.endCharData);
        if (!charData) {
          return false;
        }
        this.validateChars(charData);
        if (scanner.peek(3) === "]]>") {
          throw this.error("Element content may not contain the CDATA section close delimiter `]]>`");
        }
        return this.addText(charData, startIndex);
      }
      /**
       * Consumes a comment if possible.
       *
       * @returns Whether a comment was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Comment
       */
      consumeComment() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        if (!scanner.consumeString("<!--")) {
          return false;
        }
        let content = scanner.consumeUntilString("--");
        this.validateChars(content);
        if (!scanner.consumeString("-->")) {
          if (scanner.peek(2) === "--") {
            throw this.error("The string `--` isn't allowed inside a comment");
          }
          throw this.error("Unclosed comment");
        }
        return this.options.preserveComments ? this.addNode(new XmlComment_js_1.XmlComment(normalizeLineBreaks(content)), startIndex) : true;
      }
      /**
       * Consumes a reference in a content context if possible.
       *
       * This differs from `consumeReference()` in that a consumed reference will be
       * added to the document as a text node instead of returned.
       *
       * @returns Whether a reference was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#entproc
       */
      consumeContentReference() {
        let startIndex = this.scanner.charIndex;
        let ref = this.consumeReference();
        return ref ? this.addText(ref, startIndex, false) : false;
      }
      /**
       * Consumes a doctype declaration if possible.
       *
       * This is a loose implementation since doctype declarations are currently
       * discarded without further parsing.
       *
       * @returns Whether a doctype declaration was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#dtd
       */
      consumeDoctypeDeclaration() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        if (!scanner.consumeString("<!DOCTYPE")) {
          return false;
        }
        let name = this.consumeWhitespace() && this.consumeName();
        if (!name) {
          throw this.error("Expected a name");
        }
        let publicId;
        let systemId;
        if (this.consumeWhitespace()) {
          if (scanner.consumeString("PUBLIC")) {
            publicId = this.consumeWhitespace() && this.consumePubidLiteral();
            if (publicId === false) {
              throw this.error("Expected a public identifier");
            }
            this.consumeWhitespace();
          }
          if (publicId !== void 0 || scanner.consumeString("SYSTEM")) {
            this.consumeWhitespace();
            systemId = this.consumeSystemLiteral();
            if (systemId === false) {
              throw this.error("Expected a system identifier");
            }
            this.consumeWhitespace();
          }
        }
        let internalSubset;
        if (scanner.consumeString("[")) {
          internalSubset = scanner.consumeUntilMatch(/\][\x20\t\r\n]*>/);
          if (!scanner.consumeString("]")) {
            throw this.error("Unclosed internal subset");
          }
          this.consumeWhitespace();
        }
        if (!scanner.consumeString(">")) {
          throw this.error("Unclosed doctype declaration");
        }
        return this.options.preserveDocumentType ? this.addNode(new XmlDocumentType_js_1.XmlDocumentType(name, publicId, systemId, internalSubset), startIndex) : true;
      }
      /**
       * Consumes an element if possible.
       *
       * @returns Whether an element was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-element
       */
      consumeElement() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        if (!scanner.consumeString("<")) {
          return false;
        }
        let name = this.consumeName();
        if (!name) {
          scanner.reset(startIndex);
          return false;
        }
        let attributes = this.consumeAttributes();
        let isEmpty = !!scanner.consumeString("/>");
        let element = new XmlElement_js_1.XmlElement(name, attributes);
        element.parent = this.currentNode;
        if (!isEmpty) {
          if (!scanner.consumeString(">")) {
            throw this.error(`Unclosed start tag for element \`${name}\``);
          }
          this.currentNode = element;
          do {
            this.consumeCharData();
          } while (this.consumeElement() || this.consumeContentReference() || this.consumeCdataSection() || this.consumeProcessingInstruction() || this.consumeComment());
          let endTagMark = scanner.charIndex;
          let endTagName;
          if (!scanner.consumeString("</") || !(endTagName = this.consumeName()) || endTagName !== name) {
            scanner.reset(endTagMark);
            throw this.error(`Missing end tag for element ${name}`);
          }
          this.consumeWhitespace();
          if (!scanner.consumeString(">")) {
            throw this.error(`Unclosed end tag for element ${name}`);
          }
          this.currentNode = element.parent;
        }
        return this.addNode(element, startIndex);
      }
      /**
       * Consumes an `Eq` production if possible.
       *
       * @returns Whether an `Eq` production was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Eq
       */
      consumeEqual() {
        this.consumeWhitespace();
        if (this.scanner.consumeString("=")) {
          this.consumeWhitespace();
          return true;
        }
        return false;
      }
      /**
       * Consumes `Misc` content if possible.
       *
       * @returns Whether anything was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Misc
       */
      consumeMisc() {
        return this.consumeComment() || this.consumeProcessingInstruction() || this.consumeWhitespace();
      }
      /**
       * Consumes one or more `Name` characters if possible.
       *
       * @returns `Name` characters, or an empty string if none were consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Name
       */
      consumeName() {
        return syntax.isNameStartChar(this.scanner.peek()) ? this.scanner.consumeMatchFn(syntax.isNameChar) : emptyString;
      }
      /**
       * Consumes a processing instruction if possible.
       *
       * @returns Whether a processing instruction was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-pi
       */
      consumeProcessingInstruction() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        if (!scanner.consumeString("<?")) {
          return false;
        }
        let name = this.consumeName();
        if (name) {
          if (name.toLowerCase() === "xml") {
            scanner.reset(startIndex);
            throw this.error("XML declaration isn't allowed here");
          }
        } else {
          throw this.error("Invalid processing instruction");
        }
        if (!this.consumeWhitespace()) {
          if (scanner.consumeString("?>")) {
            return this.addNode(new XmlProcessingInstruction_js_1.XmlProcessingInstruction(name), startIndex);
          }
          throw this.error("Whitespace is required after a processing instruction name");
        }
        let content = scanner.consumeUntilString("?>");
        this.validateChars(content);
        if (!scanner.consumeString("?>")) {
          throw this.error("Unterminated processing instruction");
        }
        return this.addNode(new XmlProcessingInstruction_js_1.XmlProcessingInstruction(name, normalizeLineBreaks(content)), startIndex);
      }
      /**
       * Consumes a prolog if possible.
       *
       * @returns Whether a prolog was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-prolog-dtd
       */
      consumeProlog() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        this.consumeXmlDeclaration();
        while (this.consumeMisc()) {
        }
        if (this.consumeDoctypeDeclaration()) {
          while (this.consumeMisc()) {
          }
        }
        return startIndex < scanner.charIndex;
      }
      /**
       * Consumes a public identifier literal if possible.
       *
       * @returns
       *   Value of the public identifier literal minus quotes, or `false` if
       *   nothing was consumed. An empty string indicates that a public id literal
       *   was consumed but was empty.
       *
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-PubidLiteral
       */
      consumePubidLiteral() {
        let startIndex = this.scanner.charIndex;
        let value = this.consumeSystemLiteral();
        if (value !== false && !/^[-\x20\r\na-zA-Z0-9'()+,./:=?;!*#@$_%]*$/.test(value)) {
          this.scanner.reset(startIndex);
          throw this.error("Invalid character in public identifier");
        }
        return value;
      }
      /**
       * Consumes a reference if possible.
       *
       * This differs from `consumeContentReference()` in that a consumed reference
       * will be returned rather than added to the document.
       *
       * @returns
       *   Parsed reference value, or `false` if nothing was consumed (to
       *   distinguish from a reference that resolves to an empty string).
       *
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Reference
       */
      consumeReference() {
        let { scanner } = this;
        if (!scanner.consumeString("&")) {
          return false;
        }
        let ref = scanner.consumeMatchFn(syntax.isReferenceChar);
        if (scanner.consume() !== ";") {
          throw this.error("Unterminated reference (a reference must end with `;`)");
        }
        let parsedValue;
        if (ref[0] === "#") {
          let codePoint = ref[1] === "x" ? parseInt(ref.slice(2), 16) : parseInt(ref.slice(1), 10);
          if (isNaN(codePoint) || !/^#(?:x[0-9A-Fa-f]+|[0-9]+)$/.test(ref)) {
            throw this.error("Invalid character reference");
          }
          if (!syntax.isXmlCodePoint(codePoint)) {
            throw this.error("Character reference resolves to an invalid character");
          }
          parsedValue = String.fromCodePoint(codePoint);
        } else {
          parsedValue = syntax.predefinedEntities[ref];
          if (parsedValue === void 0) {
            let { ignoreUndefinedEntities, resolveUndefinedEntity } = this.options;
            let wrappedRef = `&${ref};`;
            if (resolveUndefinedEntity) {
              let resolvedValue = resolveUndefinedEntity(wrappedRef);
              if (resolvedValue !== null && resolvedValue !== void 0) {
                let type = typeof resolvedValue;
                if (type !== "string") {
                  throw new TypeError(`\`resolveUndefinedEntity()\` must return a string, \`null\`, or \`undefined\`, but returned a value of type ${type}`);
                }
                return resolvedValue;
              }
            }
            if (ignoreUndefinedEntities) {
              return wrappedRef;
            }
            scanner.reset(-wrappedRef.length);
            throw this.error(`Named entity isn't defined: ${wrappedRef}`);
          }
        }
        return parsedValue;
      }
      /**
       * Consumes a `SystemLiteral` if possible.
       *
       * A `SystemLiteral` is similar to an attribute value, but allows the
       * characters `<` and `&` and doesn't replace references.
       *
       * @returns
       *   Value of the `SystemLiteral` minus quotes, or `false` if nothing was
       *   consumed. An empty string indicates that a `SystemLiteral` was consumed
       *   but was empty.
       *
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-SystemLiteral
       */
      consumeSystemLiteral() {
        let { scanner } = this;
        let quote = scanner.consumeString('"') || scanner.consumeString("'");
        if (!quote) {
          return false;
        }
        let value = scanner.consumeUntilString(quote);
        this.validateChars(value);
        if (!scanner.consumeString(quote)) {
          throw this.error("Missing end quote");
        }
        return value;
      }
      /**
       * Consumes one or more whitespace characters if possible.
       *
       * @returns Whether any whitespace characters were consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#white
       */
      consumeWhitespace() {
        return !!this.scanner.consumeMatchFn(syntax.isWhitespace);
      }
      /**
       * Consumes an XML declaration if possible.
       *
       * @returns Whether an XML declaration was consumed.
       * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-XMLDecl
       */
      consumeXmlDeclaration() {
        let { scanner } = this;
        let startIndex = scanner.charIndex;
        if (!scanner.consumeString("<?xml")) {
          return false;
        }
        if (syntax.isNameChar(scanner.peek())) {
          scanner.reset(startIndex);
          return false;
        }
        if (!this.consumeWhitespace()) {
          throw this.error("Invalid XML declaration");
        }
        let version = !!scanner.consumeString("version") && this.consumeEqual() && this.consumeSystemLiteral();
        if (version === false) {
          throw this.error("XML version is missing or invalid");
        } else if (!/^1\.[0-9]+$/.test(version)) {
          throw this.error("Invalid character in version number");
        }
        let encoding;
        let standalone;
        if (this.consumeWhitespace()) {
          encoding = !!scanner.consumeString("encoding") && this.consumeEqual() && this.consumeSystemLiteral();
          if (encoding) {
            if (!/^[A-Za-z][\w.-]*$/.test(encoding)) {
              throw this.error("Invalid character in encoding name");
            }
            this.consumeWhitespace();
          }
          standalone = !!scanner.consumeString("standalone") && this.consumeEqual() && this.consumeSystemLiteral();
          if (standalone) {
            if (standalone !== "yes" && standalone !== "no") {
              throw this.error('Only "yes" and "no" are permitted as values of `standalone`');
            }
            this.consumeWhitespace();
          }
        }
        if (!scanner.consumeString("?>")) {
          throw this.error("Invalid or unclosed XML declaration");
        }
        return this.options.preserveXmlDeclaration ? this.addNode(new XmlDeclaration_js_1.XmlDeclaration(version, encoding || void 0, standalone || void 0), startIndex) : true;
      }
      /**
       * Returns an `XmlError` for the current scanner position.
       */
      error(message) {
        let { scanner } = this;
        return new XmlError_js_1.XmlError(message, scanner.charIndex, scanner.string);
      }
      /**
       * Parses the XML input.
       */
      parse() {
        this.scanner.consumeString("\uFEFF");
        this.consumeProlog();
        if (!this.consumeElement()) {
          throw this.error("Root element is missing or invalid");
        }
        while (this.consumeMisc()) {
        }
        if (!this.scanner.isEnd) {
          throw this.error("Extra content at the end of the document");
        }
      }
      /**
       * Throws an invalid character error if any character in the given _string_
       * isn't a valid XML character.
       */
      validateChars(string) {
        let { length } = string;
        for (let i = 0; i < length; ++i) {
          let cp = string.codePointAt(i);
          if (!syntax.isXmlCodePoint(cp)) {
            this.scanner.reset(-([...string].length - i));
            throw this.error("Invalid character");
          }
          if (cp > 65535) {
            i += 1;
          }
        }
      }
    };
    exports.Parser = Parser;
    function normalizeLineBreaks(text) {
      let i = 0;
      while ((i = text.indexOf("\r", i)) !== -1) {
        text = text[i + 1] === "\n" ? text.slice(0, i) + text.slice(i + 1) : text.slice(0, i) + "\n" + text.slice(i + 1);
      }
      return text;
    }
  }
});

// node_modules/@rgrove/parse-xml/dist/lib/types.js
var require_types = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/lib/types.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
  }
});

// node_modules/@rgrove/parse-xml/dist/index.js
var require_dist = __commonJS({
  "node_modules/@rgrove/parse-xml/dist/index.js"(exports) {
    "use strict";
    var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports && exports.__exportStar || function(m, exports2) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports2, p)) __createBinding(exports2, m, p);
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.XmlText = exports.XmlProcessingInstruction = exports.XmlNode = exports.XmlError = exports.XmlElement = exports.XmlDocumentType = exports.XmlDocument = exports.XmlDeclaration = exports.XmlComment = exports.XmlCdata = void 0;
    exports.parseXml = parseXml2;
    var Parser_js_1 = require_Parser();
    __exportStar(require_types(), exports);
    var XmlCdata_js_1 = require_XmlCdata();
    Object.defineProperty(exports, "XmlCdata", { enumerable: true, get: function() {
      return XmlCdata_js_1.XmlCdata;
    } });
    var XmlComment_js_1 = require_XmlComment();
    Object.defineProperty(exports, "XmlComment", { enumerable: true, get: function() {
      return XmlComment_js_1.XmlComment;
    } });
    var XmlDeclaration_js_1 = require_XmlDeclaration();
    Object.defineProperty(exports, "XmlDeclaration", { enumerable: true, get: function() {
      return XmlDeclaration_js_1.XmlDeclaration;
    } });
    var XmlDocument_js_1 = require_XmlDocument();
    Object.defineProperty(exports, "XmlDocument", { enumerable: true, get: function() {
      return XmlDocument_js_1.XmlDocument;
    } });
    var XmlDocumentType_js_1 = require_XmlDocumentType();
    Object.defineProperty(exports, "XmlDocumentType", { enumerable: true, get: function() {
      return XmlDocumentType_js_1.XmlDocumentType;
    } });
    var XmlElement_js_1 = require_XmlElement();
    Object.defineProperty(exports, "XmlElement", { enumerable: true, get: function() {
      return XmlElement_js_1.XmlElement;
    } });
    var XmlError_js_1 = require_XmlError();
    Object.defineProperty(exports, "XmlError", { enumerable: true, get: function() {
      return XmlError_js_1.XmlError;
    } });
    var XmlNode_js_1 = require_XmlNode();
    Object.defineProperty(exports, "XmlNode", { enumerable: true, get: function() {
      return XmlNode_js_1.XmlNode;
    } });
    var XmlProcessingInstruction_js_1 = require_XmlProcessingInstruction();
    Object.defineProperty(exports, "XmlProcessingInstruction", { enumerable: true, get: function() {
      return XmlProcessingInstruction_js_1.XmlProcessingInstruction;
    } });
    var XmlText_js_1 = require_XmlText();
    Object.defineProperty(exports, "XmlText", { enumerable: true, get: function() {
      return XmlText_js_1.XmlText;
    } });
    function parseXml2(xml, options) {
      return new Parser_js_1.Parser(xml, options).document;
    }
  }
});

// src/adapters/files/read-outputs.ts
import { readFile, stat } from "node:fs/promises";

// src/outputs/answer.ts
var shapes = 'Write a text, an assistant message ({"content", "tool_calls"}), or the list of messages that led to the answer.';
var mostItems = 1e3;
function readAnswer(value, reject) {
  if (typeof value === "string") return buildOutput({ content: value });
  if (Array.isArray(value)) return readTrajectory(value, reject);
  if (isJsonObject(value)) return readMessageAnswer(value, reject);
  reject(`"output" is ${value === null ? "null" : `a ${typeof value}`}.`, shapes);
  return null;
}
function buildOutput(parts) {
  const { toolCalls = [] } = parts;
  const finishReason = toolCalls.length > 0 ? "tool_calls" : "stop";
  return { content: "", toolCalls, refusal: null, finishReason, ...parts };
}
function readMessageAnswer(value, reject) {
  const content = readContent(value.content ?? null, reject);
  const calls = readCalls(value.tool_calls ?? value.toolCalls ?? null, reject);
  const end = readEnd(value, reject);
  if (content === null || calls === null || end === null) return null;
  return buildOutput({ content, toolCalls: calls.map(toOutputCall), ...end });
}
function readEnd(value, reject) {
  const { refusal = null } = value;
  const finish = value.finish_reason ?? value.finishReason ?? null;
  if (finish === "error") {
    reject('its "finish_reason" is "error".', 'Write why as "error", in place of "output": there was no answer.');
    return null;
  }
  return {
    ...typeof refusal === "string" && { refusal },
    ...typeof finish === "string" && finish !== "" && { finishReason: finish }
  };
}
function readTrajectory(list, reject) {
  if (list.length === 0 || list.length > mostItems) {
    reject(`"output" is a list of ${list.length} messages.`, `Write 1 to ${mostItems} of them, the answer last.`);
    return null;
  }
  const turns = list.map(
    (item, index) => readTurn(item, (message, hint) => reject(`message ${index + 1} of "output": ${message}`, hint))
  );
  const trajectory = turns.filter((turn) => turn !== null);
  if (trajectory.length < turns.length) return null;
  const last = trajectory.at(-1);
  if (last.role !== "assistant") return buildOutput({ trajectory });
  const end = readEnd(list.at(-1), reject);
  if (end === null) return null;
  return buildOutput({
    content: last.content,
    toolCalls: (last.toolCalls ?? []).map(toOutputCall),
    trajectory,
    ...end
  });
}
function readTurn(item, reject) {
  if (!isJsonObject(item) || typeof item.role !== "string") {
    reject("it has no role.", shapes);
    return null;
  }
  const role = roles.get(item.role.toLowerCase());
  if (role === void 0) {
    reject(
      `it has the unknown role ${JSON.stringify(item.role.slice(0, 40))}.`,
      `Known: ${[...roles.keys()].join(", ")}.`
    );
    return null;
  }
  const content = readContent(item.content ?? null, reject);
  const calls = role === "assistant" ? readCalls(item.tool_calls ?? item.toolCalls ?? null, reject) : [];
  if (content === null || calls === null) return null;
  const id = item.tool_call_id ?? item.toolCallId ?? null;
  const isFailed = item.is_error === true || item.failed === true;
  return {
    role,
    content,
    ...calls.length > 0 && { toolCalls: calls },
    ...role === "tool" && typeof id === "string" && { toolCallId: id },
    ...role === "tool" && isFailed && { failed: true }
  };
}
var roles = /* @__PURE__ */ new Map([
  ["assistant", "assistant"],
  ["tool", "tool"],
  ["function", "tool"],
  ["user", "user"],
  ["system", "system"],
  ["developer", "developer"]
]);
function readContent(value, reject) {
  if (value === null) return "";
  if (typeof value === "string") return value;
  const parts = Array.isArray(value) ? value.map(readPart) : [null];
  if (parts.every((part) => part !== null)) return parts.join("");
  reject('its "content" is neither text nor a list of text parts.', shapes);
  return null;
}
function readPart(part) {
  if (typeof part === "string") return part;
  return isJsonObject(part) && typeof part.text === "string" ? part.text : null;
}
function readCalls(value, reject) {
  if (value === null) return [];
  const calls = Array.isArray(value) && value.length <= mostItems ? value.map(readCall) : [null];
  const known2 = calls.filter((call) => call !== null);
  if (known2.length === calls.length) return known2;
  reject(
    "its tool calls cannot be read.",
    `Write a list of at most ${mostItems}, each as the chat API gives it, or {"name", "arguments"}.`
  );
  return null;
}
function readCall(item, index) {
  if (!isJsonObject(item)) return null;
  const called = isJsonObject(item.function) ? item.function : item;
  if (typeof called.name !== "string" || called.name === "") return null;
  const given = called.arguments ?? called.args ?? called.input ?? {};
  return {
    id: typeof item.id === "string" ? item.id : `call-${index}`,
    name: called.name,
    arguments: typeof given === "string" ? given : writeJson(given)
  };
}
function toOutputCall({ name, arguments: given }) {
  return { name, arguments: parseJson(given) ?? given };
}

// src/outputs/own-lines.ts
var known = [
  "suite",
  "prompt",
  "case",
  "sample",
  "output",
  "error",
  "scores",
  "messages",
  "model",
  "tokens",
  "latencyMs",
  "costUsd",
  "commit"
];
var lineHint = 'Write one object a line: {"case": "…", "sample": 0, "output": "…"}.';
var highestSample = 999;
function isOwnLine(text) {
  const value = parseJson(text);
  return isJsonObject(value) && value.case !== void 0 && (value.output !== void 0 || value.error !== void 0);
}
function readOwnLine({ text, number, isOpen }, path, problems) {
  const where = { path, line: number, column: null };
  const before = problems.length;
  const reject = (message, hint) => problems.push(buildProblem(message, hint, where));
  const value = parseJson(text);
  if (!isJsonObject(value)) {
    const isCut = isOpen === true && value === void 0;
    reject(isCut ? "is half a line: the file was cut off." : "is not a JSON object.", isCut ? cutHint : lineHint);
    return null;
  }
  refuseMisspelt(value, reject);
  const supplied = readFields(value, reject);
  return problems.length > before || supplied === null ? null : { ...supplied, line: number };
}
var cutHint = "Make it again: whoever wrote it was stopped.";
function refuseMisspelt(value, reject) {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const near = suggestName(name, known);
    if (near !== null && value[near] === void 0) {
      reject(`${quoteName(name)} is not known.`, `Did you mean "${near}"?`);
    }
  }
}
function readFields(value, reject) {
  const id = readCase(value.case ?? null, reject);
  const result = readResult(value, reject);
  const { costUsd = null } = value;
  if (costUsd !== null && !isAmount(costUsd))
    reject('"costUsd" is no amount.', "Write dollars as a number, 0 or more.");
  const fields = {
    suite: readText(value, "suite", reject),
    prompt: readText(value, "prompt", reject),
    commit: readText(value, "commit", reject),
    sample: readSample(value.sample ?? null, reject),
    messages: readAsked(value.messages ?? null, reject),
    costMicroUsd: isAmount(costUsd) ? Math.round(costUsd * 1e6) : null
  };
  return id === null || result === null ? null : { ...fields, case: id, result };
}
function readCase(value, reject) {
  if (typeof value === "string" && value !== "") return value;
  if (isJsonNumber(value)) return String(value);
  reject('"case" is missing, or no id.', "Write the id of the row that was answered.");
  return null;
}
function readSample(value, reject) {
  if (value === null || typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= highestSample) {
    return value;
  }
  reject('"sample" is no index.', `Count from 0 to ${highestSample}.`);
  return null;
}
function readResult(value, reject) {
  const { output = null, error = null, latencyMs: given = 0 } = value;
  if (!isAmount(given)) reject('"latencyMs" is no time.', "Write milliseconds as a number, 0 or more.");
  const latencyMs = isAmount(given) ? given : 0;
  if (error !== null && error !== false) {
    const reason = typeof error === "string" && error.trim() !== "" ? error : "the application failed";
    return { status: "unavailable", reason, latencyMs, attempts: 1 };
  }
  if (value.output === void 0) {
    reject('"output" is missing.', 'Write what the application answered, or why it did not as "error".');
    return null;
  }
  const answer = readAnswer(output, reject);
  const scores = readScores(value.scores ?? null, reject);
  const usage = readTokens(value.tokens ?? null, reject);
  const model = readText(value, "model", reject);
  if (answer === null) return null;
  const whole = scores === null ? answer : { ...answer, scores };
  return { status: "answered", output: whole, usage, model, fingerprint: null, latencyMs, attempts: 1 };
}
function readAsked(value, reject) {
  if (value === null) return null;
  return readMessages(value, (path, message, hint) => reject(`${nameOf(["messages", ...path])} ${message}`, hint));
}
function readTokens(value, reject) {
  if (value === null) return null;
  const { input = 0, cachedInput = 0, output = 0, reasoning = 0 } = isJsonObject(value) ? value : { input: null };
  if ([input, cachedInput, output, reasoning].every(isCount)) {
    const [inputTokens, cachedInputTokens, outputTokens, reasoningTokens] = [input, cachedInput, output, reasoning].map(
      Number
    );
    return { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
  }
  reject(
    '"tokens" are no counts.',
    'Write {"input": 120, "output": 30}; cachedInput and reasoning may stand there, too.'
  );
  return null;
}
function readScores(value, reject) {
  if (value === null) return null;
  const scores = isJsonObject(value) ? Object.entries(value) : [["", null]];
  if (scores.every(([, score]) => typeof score === "number" && score >= 0 && score <= 1)) {
    return Object.fromEntries(scores);
  }
  reject('"scores" are not all numbers from 0 to 1.', 'Write {"name": 0.8}.');
  return null;
}
function readText(value, name, reject) {
  const text = value[name] ?? null;
  if (text === null || typeof text === "string" && text !== "") return text;
  reject(`"${name}" is no text.`, "Put quotes around it, or leave it out.");
  return null;
}
function isAmount(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

// src/outputs/document.ts
var unsaid = {
  suite: null,
  prompt: null,
  sample: null,
  messages: null,
  commit: null,
  costMicroUsd: null
};
function openDocument(file) {
  const { value, items } = readJsonFile(file);
  const at = buildPlaces(file);
  return {
    value,
    list(path, hint) {
      const list = path.reduce(memberOf, value);
      if (!Array.isArray(list)) throw UserError.of(`has no list ${nameOf(path)}.`, hint, fileWhere(file));
      const offsets = items.get(list);
      return list.map((entry, index) => ({
        value: entry,
        name: nameOf([...path, index]),
        line: offsets === void 0 ? null : at(offsets[index] ?? 0).line
      }));
    }
  };
}
function readEntries(file, entries, read) {
  const problems = [];
  const outputs = [];
  for (const { value, name, line } of entries) {
    const where = { path: file.path, line, column: null };
    if (breaksOff(problems, where)) break;
    const reject = (message, hint) => {
      problems.push(buildProblem(name === null ? message : `${name}: ${message}`, hint, where));
    };
    if (!isJsonObject(value)) reject("is not an object.", "Make the file again.");
    const output = isJsonObject(value) ? read(value, reject) : null;
    if (output !== null) outputs.push({ ...unsaid, ...output, line });
  }
  throwProblems(problems);
  return { outputs, warnings: [] };
}
function memberOf(value, key) {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}

// src/outputs/figures.ts
function readList(value, name, reject) {
  if (Array.isArray(value)) return value;
  if (value !== void 0 && value !== null) reject(`"${name}" is no list.`, "Make the file again.");
  return [];
}
function readMapping(value, name, reject) {
  if (isJsonObject(value)) return value;
  if (value !== void 0 && value !== null) reject(`"${name}" is no object.`, "Make the file again.");
  return {};
}
function readDollars(value, name, reject) {
  const dollars = readAmount(value, name, reject);
  return dollars === null ? null : Math.round(dollars * 1e6);
}
function readAmount(value, name, reject) {
  if (value === void 0 || value === null) return null;
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  reject(`"${name}" is no number of 0 or more.`, "Make the file again, or take it out.");
  return null;
}
function readCaseId(values, reject, hint) {
  const id = values.find((value) => value !== void 0 && value !== null && value !== "");
  if (typeof id === "string" || isJsonNumber(id)) return String(id);
  reject(id === void 0 ? "does not say which row it answers." : "has an id that is no text.", hint);
  return null;
}
function readScores2(given, reject) {
  const scores = /* @__PURE__ */ new Map();
  for (const [name, value] of given) {
    if (value === void 0 || value === null) continue;
    const score = typeof value === "boolean" ? Number(value) : value;
    if (typeof score !== "number" || !(score >= 0 && score <= 1)) {
      reject(`the score ${quoteName(name)} is ${quoteValue(value)}.`, "Have it scored from 0 to 1, or take it out.");
    } else if (scores.has(name)) {
      reject(`the score ${quoteName(name)} is given twice.`, "Give each metric a name of its own.");
    } else scores.set(name, score);
  }
  return Object.fromEntries(scores);
}
function quoteValue(value) {
  return typeof value === "string" ? quoteName(value) : writeJson(value).slice(0, 40);
}

// src/outputs/result.ts
function answered(output, { usage = null, model = null, latencyMs }) {
  return { status: "answered", output, usage, model, fingerprint: null, latencyMs, attempts: 1 };
}
function failed(said, latencyMs) {
  const reason = typeof said === "string" ? said : writeJson(said ?? null);
  return { status: "unavailable", reason: said ? reason : "there is no output", latencyMs, attempts: 1 };
}
function readReturned(value, reject) {
  if (isListOf(value, (item) => isJsonObject(memberOf(item, "function")))) {
    return readAnswer({ content: null, tool_calls: value }, reject);
  }
  const isMessage = isJsonObject(value) && ("tool_calls" in value || typeof value.content === "string");
  const isAnswer = typeof value === "string" || isMessage || isListOf(value, isTurn);
  return readAnswer(isAnswer ? value : writeJson(value), reject);
}
function isTurn(value) {
  return typeof memberOf(value, "role") === "string";
}
function isListOf(value, holds) {
  return Array.isArray(value) && value.length > 0 && value.every(holds);
}

// src/outputs/top-keys.ts
function hasTopKeys(text, ...names) {
  const wanted = new Set(names);
  for (const key of topKeys(text)) {
    wanted.delete(key);
    if (wanted.size === 0) return true;
  }
  return false;
}
var marks = /["{}[\]]/g;
function* topKeys(text) {
  if (!/^\s*\{/.test(text)) return;
  let depth = 0;
  let at = 0;
  do {
    marks.lastIndex = at;
    const mark = marks.exec(text);
    if (mark === null) return;
    at = mark.index + 1;
    if (mark[0] === '"') {
      const end = endOfText(text, at);
      if (depth === 1 && isKey(text, end)) yield text.slice(at, end);
      at = end + 1;
    } else depth += mark[0] === "{" || mark[0] === "[" ? 1 : -1;
  } while (depth > 0);
}
function endOfText(text, start) {
  let end = text.indexOf('"', start);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}
function isEscaped(text, offset) {
  let from = offset;
  while (text[from - 1] === "\\") from -= 1;
  return (offset - from) % 2 === 1;
}
function isKey(text, end) {
  let at = end + 1;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return text[at] === ":";
}

// src/outputs/braintrust.ts
var braintrust = {
  name: "Braintrust experiment",
  recognise: ({ text }) => hasTopKeys(text, "span_id", "root_span_id"),
  read: (file) => readEntries(file, listRoots(file), readRow)
};
function listRoots(file) {
  const rows = jsonl.parse(file);
  if (rows.length > maxRows) {
    const hint = 'Export the root spans alone: those with "is_root".';
    throw UserError.of(`has more than ${maxRows} rows.`, hint, fileWhere(file));
  }
  return rows.filter(({ values }) => isRoot(values)).map(({ values, where }) => ({ value: values, name: null, line: where.line }));
}
function isRoot(row) {
  if (!isJsonObject(row)) return true;
  const { is_root: said = null, span_parents: parents = null } = row;
  return typeof said === "boolean" ? said : parents === null || Array.isArray(parents) && parents.length === 0;
}
var idHint = 'Log "metadata": {"case": …} with each row, or evaluate a dataset.';
function readRow(row, reject) {
  const id = readCaseId([memberOf(row.metadata, "case"), memberOf(row.origin, "id")], reject, idHint);
  const result = readResult2(row, reject);
  if (id === null || result === null) return null;
  return {
    case: id,
    result,
    messages: readInput(row.input ?? null, reject),
    costMicroUsd: readDollars(memberOf(row.metrics, "estimated_cost"), "metrics.estimated_cost", reject)
  };
}
function readInput(input, reject) {
  if (typeof input === "string") return [{ role: "user", content: input }];
  if (!Array.isArray(input) || input.length === 0 || !input.every(isTurn)) return null;
  return readAnswer(input, reject)?.trajectory ?? null;
}
function readResult2(row, reject) {
  const { output = null, error = null, metrics = null, scores = null } = row;
  const [start, end] = ["start", "end"].map((name) => readAmount(memberOf(metrics, name), `metrics.${name}`, reject));
  const latencyMs = start == null || end == null ? 0 : Math.max(0, Math.round((end - start) * 1e3));
  if (error !== null || output === null) return failed(error, latencyMs);
  const answer = readReturned(output, reject);
  const given = readScores2(Object.entries(readMapping(scores, "scores", reject)), reject);
  const model = memberOf(row.metadata, "model");
  return answer === null ? null : answered(
    { ...answer, scores: given },
    { usage: readUsage(metrics), model: typeof model === "string" ? model : null, latencyMs }
  );
}
function readUsage(metrics) {
  const count = (name) => {
    const value = memberOf(metrics, name);
    return typeof value === "number" ? value : null;
  };
  const [inputTokens, outputTokens] = [count("prompt_tokens"), count("completion_tokens")];
  if (inputTokens === null || outputTokens === null) return null;
  return {
    inputTokens,
    cachedInputTokens: count("prompt_cached_tokens") ?? 0,
    outputTokens,
    reasoningTokens: count("completion_reasoning_tokens") ?? 0
  };
}

// src/outputs/deepeval.ts
var deepeval = {
  name: "DeepEval test run",
  recognise: ({ text }) => hasTopKeys(text, "testCases"),
  read: (file) => readEntries(file, openDocument(file).list(["testCases"], "Make the file again."), readTestCase)
};
var idHint2 = 'Give each LLMTestCase a name, or "metadata={"case": …}".';
var givenByPlace = /^test_case_\d+$/;
function readTestCase(test, reject) {
  const name = typeof test.name === "string" && givenByPlace.test(test.name) ? null : test.name;
  const id = readCaseId([memberOf(test.metadata, "case"), name], reject, idHint2);
  const result = readResult3(test, reject);
  const costMicroUsd = readDollars(test.tokenCost, "tokenCost", reject);
  if (id === null || result === null) return null;
  const messages = typeof test.input === "string" ? [{ role: "user", content: test.input }] : null;
  return { case: id, result, messages, costMicroUsd };
}
function readResult3(test, reject) {
  const latencyMs = Math.round((readAmount(test.completionTime, "completionTime", reject) ?? 0) * 1e3);
  const scores = readScores2(
    [["passed", test.success], ...listMetrics(readList(test.metricsData, "metricsData", reject))],
    reject
  );
  const { actualOutput = null } = test;
  if (actualOutput === null) return failed("there is no actual output", latencyMs);
  const output = readSteps(actualOutput, readList(test.toolsCalled, "toolsCalled", reject), reject);
  const [input, out] = [test.inputTokenCount, test.outputTokenCount];
  const usage = typeof input === "number" && typeof out === "number" ? { inputTokens: input, cachedInputTokens: 0, outputTokens: out, reasoningTokens: 0 } : null;
  return output === null ? null : answered({ ...output, scores }, { usage, latencyMs });
}
function listMetrics(metrics) {
  return metrics.map((metric, index) => [String(memberOf(metric, "name") ?? index), memberOf(metric, "score")]);
}
function readSteps(answer, tools, reject) {
  if (typeof answer !== "string") {
    reject('"actualOutput" is no text.', "Make the file again.");
    return null;
  }
  if (tools.length === 0) return buildOutput({ content: answer });
  const calls = tools.flatMap((tool, index) => {
    const given = memberOf(tool, "output") ?? null;
    const call = {
      id: `call-${index}`,
      name: memberOf(tool, "name") ?? null,
      arguments: memberOf(tool, "inputParameters") ?? {}
    };
    const turn = { role: "assistant", content: null, tool_calls: [call] };
    if (given === null) return [turn];
    return [
      turn,
      { role: "tool", tool_call_id: call.id, content: typeof given === "string" ? given : writeJson(given) }
    ];
  });
  return readAnswer([...calls, { role: "assistant", content: answer }], reject);
}

// src/outputs/inspect-messages.ts
function readInput2(input, reject) {
  if (typeof input === "string") return [{ role: "user", content: input }];
  const turns = Array.isArray(input) ? input : [];
  return readAnswer(turns.map(toChatMessage), reject)?.trajectory ?? null;
}
function readSteps2(sample, reject) {
  const steps = listSteps(readList(sample.messages, "messages", reject));
  const said = memberOf(sample.output, "completion");
  const completion = typeof said === "string" ? said : "";
  const isTold = steps.some(({ role, content }) => role === "assistant" && content === completion);
  if (!isTold && completion !== "") steps.push({ role: "assistant", content: completion });
  const [first] = steps;
  if (first === void 0) return buildOutput({ content: completion });
  const isOneAnswer = steps.length === 1 && first.role === "assistant";
  const output = readAnswer(isOneAnswer ? first : steps, reject);
  return output === null ? null : { ...output, ...readFinish(sample) };
}
function listSteps(turns) {
  const fromInput = turns.findLastIndex((turn) => memberOf(turn, "source") === "input");
  const answer = turns.findIndex((turn) => memberOf(turn, "role") === "assistant");
  const start = fromInput === -1 ? answer === -1 ? turns.length : answer : fromInput + 1;
  return turns.slice(start).map(toChatMessage);
}
function toChatMessage(turn) {
  if (!isJsonObject(turn)) return {};
  const { role = null, tool_calls: calls = null, tool_call_id: id = null, error = null } = turn;
  const content = toText(turn.content ?? null);
  const problem = memberOf(error, "message");
  return {
    role,
    content: content === "" && typeof problem === "string" ? problem : content,
    ...calls !== null && { tool_calls: Array.isArray(calls) ? calls.map(toChatCall) : calls },
    ...id !== null && { tool_call_id: id },
    ...error !== null && { failed: true }
  };
}
function toChatCall(call) {
  return {
    id: memberOf(call, "id") ?? null,
    name: memberOf(call, "function") ?? null,
    arguments: memberOf(call, "arguments") ?? {}
  };
}
function toText(content) {
  if (!Array.isArray(content)) return content ?? "";
  return content.map((part) => {
    const text = memberOf(part, "text");
    const type = memberOf(part, "type");
    if (typeof text === "string" || type === "reasoning") return text ?? "";
    return `[${typeof type === "string" ? type : "part"}]`;
  }).join("");
}
var stopReasons = { max_tokens: "length", model_length: "length" };
function readFinish(sample) {
  const choices = memberOf(sample.output, "choices");
  const reason = memberOf(Array.isArray(choices) ? choices[0] : void 0, "stop_reason");
  if (typeof reason !== "string" || ["stop", "tool_calls", "unknown"].includes(reason)) return null;
  return { finishReason: stopReasons[reason] ?? reason };
}

// src/outputs/inspect.ts
var dumpHint = 'Write it as JSON, samples and all: "inspect log dump FILE > log.json".';
var inspect = {
  name: "Inspect log",
  recognise: ({ text }) => hasTopKeys(text, "version", "status", "eval"),
  read(file) {
    const log = openDocument(file);
    const commit = memberOf(memberOf(memberOf(log.value, "eval"), "revision"), "commit");
    const facts = { commit: typeof commit === "string" && commit !== "" ? commit : null };
    return readEntries(file, log.list(["samples"], dumpHint), (sample, reject) => {
      const output = readSample2(sample, reject);
      return output === null ? null : { ...output, ...facts };
    });
  }
};
var idHint3 = "Give each Sample an id.";
function readSample2(sample, reject) {
  const id = readCaseId([sample.id], reject, idHint3);
  const result = readResult4(sample, reject);
  if (id === null || result === null) return null;
  return {
    case: id,
    sample: readEpoch(sample.epoch, reject),
    result,
    messages: readInput2(sample.input, reject),
    costMicroUsd: readCost(usages(sample), reject)
  };
}
function readEpoch(value, reject) {
  if (value === void 0 || value === null) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return value - 1;
  reject('"epoch" is no number from 1 on.', "Make the log again.");
  return null;
}
function readResult4(sample, reject) {
  const seconds = sample.working_time ?? sample.total_time;
  const latencyMs = Math.round((readAmount(seconds, "working_time", reject) ?? 0) * 1e3);
  if (isJsonObject(sample.error)) return failed(sample.error.message, latencyMs);
  const output = readSteps2(sample, reject);
  const scores = readScores2(listScores(readMapping(sample.scores, "scores", reject)), reject);
  if (output === null) return null;
  const model = memberOf(sample.output, "model");
  return answered(
    { ...output, scores },
    { usage: readUsage2(usages(sample)), model: typeof model === "string" && model !== "" ? model : null, latencyMs }
  );
}
function listScores(scores) {
  return Object.entries(scores).flatMap(([name, score]) => {
    const value = memberOf(score, "value");
    if (!isJsonObject(value)) return [[name, toNumber(value)]];
    return Object.entries(value).map(([key, one]) => [`${name}.${key}`, toNumber(one)]);
  });
}
var grades = /* @__PURE__ */ new Map([
  ["C", 1],
  ["P", 0.5],
  ["I", 0],
  ["N", 0],
  ["yes", 1],
  ["true", 1],
  ["no", 0],
  ["false", 0]
]);
function toNumber(value) {
  if (typeof value !== "string") return value;
  const grade = grades.get(value) ?? grades.get(value.toLowerCase());
  return grade ?? (/^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value);
}
function usages(sample) {
  return isJsonObject(sample.model_usage) ? Object.values(sample.model_usage).filter(isJsonObject) : [];
}
function readUsage2(all) {
  if (all.length === 0) return null;
  const total = (name) => all.reduce((sum, usage) => sum + (typeof usage[name] === "number" ? usage[name] : 0), 0);
  const cachedInputTokens = total("input_tokens_cache_read");
  return {
    inputTokens: total("input_tokens") + cachedInputTokens + total("input_tokens_cache_write"),
    cachedInputTokens,
    outputTokens: total("output_tokens"),
    reasoningTokens: total("reasoning_tokens")
  };
}
function readCost(all, reject) {
  const costs = all.map((usage) => readDollars(usage.total_cost, "total_cost", reject));
  return costs.length === 0 || costs.includes(null) ? null : costs.reduce((sum, cost) => sum + (cost ?? 0), 0);
}

// src/text/xml.ts
var import_parse_xml = __toESM(require_dist(), 1);
var maxXmlDepth = 250;
var XmlFault = class extends Error {
  line;
  column;
  constructor(clause, line, column) {
    super(clause);
    this.line = line;
    this.column = column;
  }
};
function readXml(text) {
  const root = parseOrExplain(text);
  if (isTooDeep(root)) throw new XmlFault(`is nested more than ${maxXmlDepth} levels deep.`, 1, 1);
  return root;
}
function elementsOf(parent, ...names) {
  const elements = parent.children.filter((child) => child instanceof import_parse_xml.XmlElement);
  return names.length === 0 ? elements : elements.filter(({ name }) => names.includes(name));
}
function parseOrExplain(text) {
  try {
    const { root } = (0, import_parse_xml.parseXml)(text, { includeOffsets: true });
    return root;
  } catch (error) {
    if (error instanceof RangeError) throw new XmlFault(`is nested more than ${maxXmlDepth} levels deep.`, 1, 1);
    if (!(error instanceof import_parse_xml.XmlError)) throw error;
    const [clause = ""] = error.message.split(" (line ", 1);
    throw new XmlFault(`is not valid XML here: ${clause}.`, error.line, error.column);
  }
}
function isTooDeep(root) {
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === maxXmlDepth) return true;
    level = level.flatMap((element) => elementsOf(element));
  }
  return false;
}

// src/outputs/junit.ts
var maxLength = 2e7;
var junit = {
  name: "JUnit XML",
  recognise: ({ text }) => /^\s*(?:<\?xml|<!--|<testsuite)/.test(text) && /<testsuites?[\s/>]/.test(text.slice(0, 1e4)),
  read: readReport
};
function readReport(file) {
  const at = buildPlaces(file);
  const problems = [];
  const warnings = [];
  const outputs = [];
  for (const test of listTests(openReport(file))) {
    const where = at(test.start);
    if (breaksOff(problems, where)) break;
    const id = nameCase(test);
    const [skipped] = elementsOf(test, "skipped", "disabled");
    if (id === "")
      problems.push(buildProblem("is a test without a name.", "Name it as the row that it answers.", where));
    else if (skipped === void 0) outputs.push({ ...unsaid, case: id, result: readResult5(test), line: where.line });
    else
      warnings.push(
        buildProblem(`${quoteName(id)} was skipped and has no output.`, "Run it, or take its row out.", where)
      );
  }
  throwProblems(problems);
  return { outputs, warnings };
}
function openReport(file) {
  const whole = { path: file.path, line: null, column: null };
  if (file.text.length > maxLength) {
    const message = `is ${file.text.length} characters long; at most ${maxLength} of XML can be read.`;
    throw UserError.of(message, "Keep what tests print out of the report.", whole);
  }
  try {
    return readXml(file.text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const where = { ...whole, line: error.line, column: error.column };
    throw UserError.of(error.message, "Write the report again: it may have been cut off.", where, { cause: error });
  }
}
function* listTests(element) {
  for (const child of elementsOf(element)) {
    if (child.name === "testcase") yield child;
    else yield* listTests(child);
  }
}
function nameCase(test) {
  const { classname = "", name = "" } = test.attributes;
  if (classname === "" || name === "" || classname === name) return propertyOf(test, "case") ?? name;
  return propertyOf(test, "case") ?? `${classname}.${name}`;
}
function readResult5(test) {
  const latencyMs = readTime(test.attributes.time);
  const [error] = elementsOf(test, "error", "flakyError");
  if (error !== void 0) return failed(sayWhy(error), latencyMs);
  const [failure] = elementsOf(test, "failure", "flakyFailure");
  const scores = { passed: failure === void 0 ? 1 : 0 };
  return answered(buildOutput({ content: findContent(test, failure), scores }), { latencyMs });
}
function findContent(test, failure) {
  const recorded = propertyOf(test, "output");
  if (recorded !== null) return recorded;
  const printed = elementsOf(test, "system-out").map(({ text }) => text.trim()).join("\n");
  if (printed !== "") return printed;
  return failure === void 0 ? "passed" : `failed: ${sayWhy(failure)}`;
}
function sayWhy({ attributes, text }) {
  return attributes.message || text.trim() || attributes.type || "no reason is given";
}
function propertyOf(test, name) {
  const properties = elementsOf(test, "properties").flatMap((list) => elementsOf(list, "property"));
  const found = properties.find((property) => property.attributes.name === name);
  return found === void 0 ? null : found.attributes.value ?? found.text;
}
function readTime(text = "") {
  const seconds = Number(text.replaceAll(",", ""));
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1e3) : 0;
}

// src/outputs/promptfoo.ts
var outputHint = 'Write it with "promptfoo eval --output results.json".';
var promptfoo = {
  name: "promptfoo results",
  recognise: ({ text }) => hasTopKeys(text, "evalId", "results"),
  read(file) {
    const entries = openDocument(file).list(["results", "results"], outputHint);
    const compared = new Set(entries.map(({ value }) => memberOf(value, "promptIdx")));
    if (compared.size > 1) {
      const hint = "Evaluate one of them for each side: --filter-prompts, --filter-providers.";
      throw UserError.of(`holds the outputs of ${compared.size} prompts and providers.`, hint, fileWhere(file));
    }
    return readEntries(file, entries, readRun);
  }
};
var idHint4 = 'Give each test "metadata: {case: …}", a variable "id", or a description.';
function readRun(run, reject) {
  const { response = null, testCase = null } = run;
  const id = readCaseId(
    [memberOf(run.metadata, "case"), memberOf(run.vars, "id"), memberOf(testCase, "description")],
    reject,
    idHint4
  );
  const result = readResult6(run, reject);
  const costMicroUsd = readDollars(memberOf(response, "cost"), "response.cost", reject);
  if (id === null || result === null) return null;
  return { case: id, result, costMicroUsd };
}
var failedForError = 2;
function readResult6(run, reject) {
  const { response = null, error = null } = run;
  const latencyMs = readAmount(run.latencyMs, "latencyMs", reject) ?? 0;
  const output = memberOf(response, "output") ?? null;
  const finish = memberOf(response, "finishReason");
  if (run.failureReason === failedForError || finish === "error" || output === null) {
    return failed(error ?? memberOf(response, "error"), latencyMs);
  }
  const answer = readReturned(output, reject);
  const named = Object.entries(readMapping(run.namedScores, "namedScores", reject));
  const scores = readScores2([["passed", run.success], ["score", run.score], ...named], reject);
  if (answer === null) return null;
  const whole = {
    ...answer,
    ...typeof finish === "string" && { finishReason: finish },
    ...memberOf(response, "isRefusal") === true && { refusal: answer.refusal ?? (answer.content || "refused") },
    scores
  };
  return answered(whole, { usage: readUsage3(memberOf(response, "tokenUsage")), latencyMs });
}
function readUsage3(usage) {
  const prompt = memberOf(usage, "prompt");
  const completion = memberOf(usage, "completion");
  const reasoning = memberOf(memberOf(usage, "completionDetails"), "reasoning");
  if (typeof prompt !== "number" || typeof completion !== "number" || prompt + completion === 0) return null;
  return {
    inputTokens: prompt,
    cachedInputTokens: 0,
    outputTokens: completion,
    reasoningTokens: typeof reasoning === "number" ? reasoning : 0
  };
}

// src/outputs/sources.ts
var outputSources = [promptfoo, inspect, deepeval, braintrust, junit];
function readSource(file) {
  const source = outputSources.find((one) => one.recognise(file));
  if (source === void 0) {
    const known2 = outputSources.map(({ name }) => name).join(", ");
    throw UserError.of(
      "is in no known shape of outputs.",
      `Known: ${known2}, and lines of {"case", "output"}.`,
      fileWhere(file)
    );
  }
  const supplied = source.read(file);
  if (supplied.outputs.length > 0) return supplied;
  throw UserError.of(`is a ${source.name} without an output.`, "Run what writes it, then run again.", fileWhere(file));
}
var zipStart = [80, 75, 3, 4];
function decodeSource(path, bytes) {
  if (zipStart.every((byte, index) => bytes[index] === byte)) {
    const hint = 'If it is a log of Inspect: "inspect log dump FILE > log.json".';
    throw UserError.of("is a zip.", hint, { path, line: null, column: null });
  }
  return decodeSourceFile(path, bytes, maxDatasetBytes);
}

// src/adapters/files/read-outputs.ts
var maxLineBytes = 16 * 1024 * 1024;
var maxBytes = 1024 * 1024 * 1024;
var maxProblems = 50;
function openOutputs(path, credentials) {
  const hideKeys = createKeyHider(credentials);
  const hide = (output) => ({ ...output, result: hideKeys(output.result) });
  return {
    path,
    async *read() {
      for await (const supplied of await isOurs(path) ? readOwn(path) : readForeign(path)) {
        yield { ...supplied, outputs: supplied.outputs.map(hide) };
      }
    }
  };
}
async function* readForeign(path) {
  yield readSource(decodeSource(path, await readWhole(path)));
}
var keyName = /(^|_)(API_?KEY|ACCESS_KEY|TOKEN|SECRET|PASSWORD)$/i;
function listCredentials(env) {
  return Object.entries(env).flatMap(([name, value]) => value !== void 0 && keyName.test(name) ? [value] : []);
}
async function isOurs(path) {
  try {
    for await (const [first] of readLines(path, { maxLineBytes, maxBytes })) {
      if (first !== void 0) return isOwnLine(first.text);
    }
  } catch (error) {
    if (error instanceof UserError && await isFile(path)) return false;
    throw error;
  }
  return true;
}
async function isFile(path) {
  return stat(path).then(
    (found) => found.isFile(),
    () => false
  );
}
async function* readOwn(path) {
  const problems = [];
  for await (const lines of readLines(path, { maxLineBytes, maxBytes })) {
    const outputs = lines.map((line) => readOwnLine(line, path, problems)).filter((output) => output !== null);
    if (problems.length >= maxProblems) break;
    if (problems.length === 0) yield { outputs, warnings: [] };
  }
  throwProblems(problems);
}
async function readWhole(path) {
  const where = { path, line: null, column: null };
  const { size } = await stat(path);
  if (size > maxDatasetBytes) {
    const message = `is ${size} bytes; what another tool wrote can have ${maxDatasetBytes}.`;
    throw UserError.of(message, 'Write lines of {"case", "output"} in place of it.', where);
  }
  return readFile(path).catch((cause) => {
    throw UserError.of(`cannot be read: ${asError(cause).message}.`, "Name a file that may be read.", where, { cause });
  });
}

// src/outputs/first-look.ts
var digits = 16;
function identifyLook(supply, plan, earlier = null) {
  const keys = [...listKeys(listFirstRound([plan], "fresh"))].map((key) => {
    const prompt = findPrompt([plan], key);
    return prompt === void 0 ? key : asSupplied(prompt, key);
  });
  const found = keys.map((key) => ({ key, result: supply.find(key) }));
  const hasBase = found.some(({ key, result }) => key.arm === "base" && result !== null);
  const sides = earlier === null ? hasBase ? "both" : "candidate" : earlier.split(":", 1)[0] ?? "";
  const seen = found.filter(({ key }) => sides === "both" || key.arm !== "base").map(({ key: { prompt, arm, case: id, sample }, result }) => {
    return [prompt, arm, id, sample, result?.status === "answered" ? result.output : null];
  });
  return `${sides}:${contentHash(seen).slice(0, digits)}`;
}

// src/outputs/faults.ts
function listFaults({ suite, commit }, { suites, commits }, side, where) {
  const faults = [];
  const own = commits[side];
  if (commit !== null && own.length > 0 && !own.some((one) => isSameCommit(one, commit))) {
    const names = own.map((one) => one.slice(0, 12)).join(" or ");
    const message = `was made of commit ${quoteName(commit)}, and the ${side} is ${names}.`;
    faults.push(buildProblem(message, "Make the outputs in this job, of the commits that are judged.", where));
  }
  if (suite === null && suites.length > 1) {
    faults.push(buildProblem('"suite" is missing.', `There are several: ${suites.map(quoteName).join(", ")}.`, where));
  }
  if (suite !== null && !suites.includes(suite)) {
    const near = suggestName(suite, suites);
    const hint = near === null ? listKnown(suites) : `Did you mean ${quoteName(near)}?`;
    faults.push(buildProblem(`is of the unknown suite ${quoteName(suite)}.`, hint, where));
  }
  return faults;
}
function isSameCommit(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 7 && long.startsWith(short);
}
function explainUnnamed(suite, prompts, where) {
  const others = prompts.filter((name) => name !== suite);
  if (others.length === 0 || others.length === prompts.length) return [];
  const message = `some outputs of suite ${quoteName(suite)} name no prompt, and others do.`;
  return [buildProblem(message, `Write "prompt" on every line; there are ${others.map(quoteName).join(", ")}.`, where)];
}
function explainDouble(id, sample, first, where) {
  const place = first === null ? "" : `: the first is at line ${first}`;
  const message = `is sample ${sample} of case ${quoteName(id)} a second time${place}.`;
  return buildProblem(message, "Write each sample once, and count them from 0.", where);
}
function explainUnknownCase(id, known2, where) {
  const near = suggestName(id, known2);
  const hint = near === null ? "Write the id of a row of the dataset." : `Did you mean ${quoteName(near)}?`;
  return buildProblem(`is of the unknown case ${quoteName(id)}.`, hint, where);
}

// src/outputs/supplied.ts
var suppliedSides = ["baseline", "candidate"];

// src/outputs/supply.ts
async function readSupply(files, facts, spool) {
  const entries = /* @__PURE__ */ new Map();
  const answered2 = /* @__PURE__ */ new Map();
  const problems = [];
  const warnings = [];
  for (const side of suppliedSides) {
    const file = files[side];
    const next = /* @__PURE__ */ new Map();
    const take = (output, where) => {
      problems.push(...listFaults(output, facts, side, where));
      const suite = output.suite ?? facts.suites[0] ?? "";
      const { case: id } = output;
      const prompt = output.prompt ?? suite;
      gather(answered2, JSON.stringify([side, suite, prompt]), output, where);
      const stem = JSON.stringify([side, suite, prompt, id]);
      const sample = output.sample ?? next.get(stem) ?? 0;
      next.set(stem, Math.max(next.get(stem) ?? 0, sample + 1));
      const key = `${stem}${sample}`;
      const earlier = entries.get(key);
      if (earlier !== void 0) problems.push(explainDouble(id, sample, earlier.line, where));
      else entries.set(key, { place: spool.append(writeJson(withCost(output))), line: output.line });
    };
    for await (const supplied of file?.read() ?? []) {
      warnings.push(...supplied.warnings);
      for (const output of supplied.outputs) {
        const where = { path: file?.path ?? side, line: output.line, column: null };
        if (breaksOff(problems, where)) throwProblems(problems);
        take(output, where);
      }
    }
    const whole = { path: file?.path ?? side, line: null, column: null };
    for (const suite of facts.suites) {
      problems.push(...explainUnnamed(suite, [...listPrompts(answered2, suite, side).keys()], whole));
    }
  }
  throwProblems(problems);
  return {
    warnings,
    prompts: (suite, side) => listPrompts(answered2, suite, side),
    find: (key) => {
      const entry = entries.get(`${stemOf(key)}${key.sample}`);
      return entry === void 0 ? null : parseJson(spool.read(entry.place));
    },
    count: (key) => {
      let sample = 0;
      while (entries.has(`${stemOf(key)}${sample}`)) sample += 1;
      return sample;
    },
    refuseUnknown: (suite, rows) => {
      const cases = [...answered2].flatMap(([key, own]) => JSON.parse(key)[1] === suite ? [...own.cases] : []);
      throwProblems(cases.flatMap(([id, where]) => rows.has(id) ? [] : [explainUnknownCase(id, [...rows], where)]));
    }
  };
}
function withCost({ result, costMicroUsd }) {
  const isKnown = result.status === "answered" && costMicroUsd !== null;
  return isKnown ? { ...result, costMicroUsd } : result;
}
function stemOf({ suite, prompt, case: id, arm }) {
  const side = arm === "base" ? "baseline" : "candidate";
  return JSON.stringify([side, suite, prompt, id]);
}
function gather(answered2, key, { case: id, messages, result }, where) {
  const own = answered2.get(key) ?? { asked: /* @__PURE__ */ new Map(), models: /* @__PURE__ */ new Map(), cases: /* @__PURE__ */ new Map() };
  answered2.set(key, own);
  if (!own.cases.has(id)) own.cases.set(id, where);
  if (messages !== null) own.asked.set(id, contentHash(messages));
  const model = result.status === "answered" ? result.model : null;
  if (model !== null) own.models.set(model, (own.models.get(model) ?? 0) + 1);
}
function listPrompts(answered2, suite, side) {
  const own = [...answered2].flatMap(([key, { asked, models }]) => {
    const [of, name, prompt] = JSON.parse(key);
    return of === side && name === suite ? [[prompt, { asked, model: commonest(models) }]] : [];
  });
  return new Map(own);
}
function commonest(models) {
  const [first] = [...models].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}

// src/pipeline/supplied-origin.ts
function createSuppliedOrigin(files, commits) {
  let reading = null;
  const read = (world, sides) => {
    const suites = [...new Set([...sides.base.suites, ...sides.candidate.suites].map(({ name }) => name))];
    reading ??= readSupply(files, { suites, commits }, world.openSpool());
    return reading;
  };
  return {
    draws: false,
    selectChange: async ({ repository }, request) => selectLiving(repository, requireSuites(asOutputs(await readSides(repository, request)))),
    selectTree: async ({ repository }, { tree, label, configPath }) => {
      const sides = requireSuites(asOutputs(await readOneSide(repository, tree, label, configPath)));
      return { sides, selections: selectSuites(sides.base, sides.candidate) };
    },
    load: async (world, selections, sides, caseLimit) => {
      const supply = await read(world, sides);
      const isStoredAlone = files.baseline === null && sides.base !== sides.candidate;
      const names = new Map(
        await Promise.all(
          selections.map(async (one) => [one, isStoredAlone ? await readNames(world, sides, one) : []])
        )
      );
      const plans = await loadSuites(
        world.repository,
        selections,
        sides,
        null,
        (selection) => listApplications(selection, sides, supply, names.get(selection) ?? [])
      );
      for (const plan of plans) supply.refuseUnknown(plan.config.name, listRows(plan));
      const told = plans.map((plan, index) => ({
        ...plan,
        warnings: [...plan.warnings, ...index === 0 ? supply.warnings : []]
      }));
      return caseLimit === null ? told : told.map((plan) => limitCases(plan, caseLimit));
    },
    openDriver: async (world, suites, sides, ledger, context) => {
      const local = createLocalDriver(suites, ledger, context);
      return createSuppliedDriver(suites, ledger, await read(world, sides), world.clock, local);
    },
    identifyLook: async (world, sides, plan, earlier) => identifyLook(await read(world, sides), plan, earlier),
    note: describeFiles(files),
    countStored: async (world, sides, plan) => countWhole(await read(world, sides), plan)
  };
}
function describeFiles({ candidate, baseline }) {
  const names = [baseline, candidate].flatMap((file) => file === null ? [] : [inCode(file.path)]);
  return `outputs supplied by the workflow (${names.join(", ")}): nothing was drawn here`;
}
function requireSuites(sides) {
  if (sides.base.suites.length + sides.candidate.suites.length > 0 || sides.brokenBase !== null) return sides;
  throw UserError.of(
    "There is no suite that outputs could be of.",
    'Write prompt-assay.yml with a suite that has "sources", globs of the code that makes the outputs, and a dataset.'
  );
}
async function readNames(world, { config }, { suite }) {
  if (world.baselines === null) return [];
  try {
    const folder = baselineFolder(config.path, suite.name);
    const stored = await readBaseline(world.baselines, suite.baseline.branch, folder);
    return Object.keys(stored?.manifest.prompts ?? {});
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
function listRows(plan) {
  const planned = plan.prompts.flatMap(({ cases }) => cases.map(({ id }) => id));
  return /* @__PURE__ */ new Set([...planned, ...plan.addedCases, ...plan.editedCases, ...plan.removedCases]);
}
function countWhole(supply, { prompts, config }) {
  const counts = prompts.flatMap(
    (prompt) => prompt.cases.map((row) => {
      const key = { ...identifyArm(prompt, "stored"), unit: "case", case: row.id };
      return supply.count(asSupplied(prompt, key));
    })
  );
  return Math.max(1, Math.min(config.baseline.samples, ...counts));
}

export {
  openOutputs,
  listCredentials,
  createSuppliedOrigin
};
