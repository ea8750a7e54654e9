import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  rebaseline,
  renderBaselineSummary
} from "./chunks/shared.pipeline.baseline-suite.js";
import {
  acceptGrounds,
  addQuestion,
  basisDigits,
  caseDigits,
  digestContent,
  evaluate,
  explainAcceptance,
  explainAsked,
  explainThreshold,
  hashScores,
  isGreenFor,
  keyOfGround,
  listBroken,
  markdownTable,
  noOtherRuns,
  parseRecord,
  renderComment,
  renderFolded,
  renderMarker,
  renderResultFiles,
  renderSummary,
  replaceRecord,
  setEffect,
  shortenKey
} from "./chunks/shared.baseline.anchor.js";
import "./chunks/shared.baseline.kept-noise.js";
import "./chunks/shared.judges.labels.items.js";
import {
  createSuppliedOrigin,
  openOutputs
} from "./chunks/shared.adapters.files.read-outputs.js";
import "./chunks/shared.outputs.answer.js";
import "./chunks/shared.adapters.files.read-lines.js";
import "./chunks/shared.execute.supplied-driver.js";
import {
  mergesPath,
  readHistory,
  renderMergeLine
} from "./chunks/shared.history.history.js";
import "./chunks/shared.baseline.changelog-line.js";
import {
  requireResultFolder,
  writeResults
} from "./chunks/shared.adapters.files.write-results.js";
import {
  describeCost,
  renderMistakes
} from "./chunks/shared.baseline.build-baseline.js";
import "./chunks/shared.gate.noisy-cases.js";
import {
  askedModels
} from "./chunks/shared.baseline.stored-noise.js";
import "./chunks/shared.baseline.parse-baseline.js";
import "./chunks/shared.gate.compare-flags.js";
import "./chunks/shared.report.words.place.js";
import "./chunks/shared.gate.critical.js";
import {
  buildResult,
  decideWork
} from "./chunks/shared.gate.measurement.js";
import "./chunks/shared.gate.first-round.js";
import {
  calibrateVersion,
  findJudge
} from "./chunks/shared.judges.labels.outputs.js";
import "./chunks/shared.judges.labels.asking.js";
import {
  keyOfOutputs
} from "./chunks/shared.prompts.application.js";
import {
  createFileSpool,
  createLedger,
  createModelOpener,
  onAbort
} from "./chunks/shared.adapters.files.spool.js";
import {
  readCalibration
} from "./chunks/shared.datasets.case.js";
import {
  parseLabelLines
} from "./chunks/shared.judges.labels.lines.js";
import {
  followProgress,
  renderProgress,
  renderProgressEnd
} from "./chunks/shared.adapters.progress.follow-progress.js";
import {
  createFileCache
} from "./chunks/shared.adapters.files.response-cache.js";
import "./chunks/shared.datasets.archived.js";
import "./chunks/shared.prompts.render.js";
import "./chunks/shared.datasets.column-names.js";
import {
  builtInConfig,
  readOwnConfig
} from "./chunks/shared.config.build-config.js";
import "./chunks/shared.checks.any-expected.js";
import "./chunks/shared.text.checksums.js";
import {
  appendLines
} from "./chunks/shared.text.append-lines.js";
import {
  noCalls
} from "./chunks/shared.run.totals.js";
import "./chunks/shared.config.keys.gate.js";
import {
  readFiles
} from "./chunks/shared.checks.build-group.js";
import "./chunks/shared.datasets.aliases.js";
import {
  toolVersion
} from "./chunks/shared.version.js";
import "./chunks/shared.text.problems.js";
import {
  keptForPublishing,
  maxRequests,
  require_tunnel,
  require_undici
} from "./chunks/shared.adapters.github.request-limits.js";
import {
  createScrubber,
  listCredentials,
  listSecretForms
} from "./chunks/shared.secrets.js";
import "./chunks/shared.prompts.wire-request.js";
import "./chunks/shared.prompts.wire-messages.js";
import {
  baseUrlHint,
  findBaseUrlFault,
  namesEndpoint
} from "./chunks/shared.config.base-url.js";
import "./chunks/shared.run.result-codec.js";
import {
  renderJsonLine
} from "./chunks/shared.text.json-line.js";
import "./chunks/shared.ports.js";
import {
  maxDatasetBytes
} from "./chunks/shared.text.source-file.js";
import {
  describeCauses,
  describeEffect,
  describeReportCauses,
  diffTexts,
  redactForPeople
} from "./chunks/shared.report.diff.choose-rows.js";
import "./chunks/shared.report.diff.json-layout.js";
import "./chunks/shared.run.lazily.js";
import "./chunks/shared.report.words.figures.js";
import {
  nameComparison,
  namePrompt
} from "./chunks/shared.gate.reason.js";
import "./chunks/shared.statistics.difference-bounds.js";
import "./chunks/shared.run.story.js";
import "./chunks/shared.@stdlib.array-base-filled.lib.index.js";
import "./chunks/shared.prompts.message-text.js";
import {
  describeMerged,
  nameMerge
} from "./chunks/shared.history.series.js";
import "./chunks/shared.report.links.js";
import {
  formatScore
} from "./chunks/shared.prices.usd.js";
import {
  cutText,
  escapeInline,
  oneLine,
  renderCode,
  renderProse,
  revealText
} from "./chunks/shared.report.escape.js";
import {
  closeSentence,
  count
} from "./chunks/shared.text.prose.js";
import "./chunks/shared.text.unseen.js";
import {
  contentHash,
  isJsonObject
} from "./chunks/shared.json-writer.js";
import {
  ReadFault,
  ReportedError,
  UserError,
  __export,
  __toESM,
  asError,
  buildProblem,
  renderProblem,
  summariseProblems
} from "./chunks/shared.errors.js";

// node_modules/@actions/core/lib/core.js
var core_exports = {};
__export(core_exports, {
  ExitCode: () => ExitCode,
  addPath: () => addPath,
  debug: () => debug,
  endGroup: () => endGroup,
  error: () => error,
  exportVariable: () => exportVariable,
  getBooleanInput: () => getBooleanInput,
  getIDToken: () => getIDToken,
  getInput: () => getInput,
  getMultilineInput: () => getMultilineInput,
  getState: () => getState,
  group: () => group,
  info: () => info,
  isDebug: () => isDebug,
  markdownSummary: () => markdownSummary,
  notice: () => notice,
  platform: () => platform_exports,
  saveState: () => saveState,
  setCommandEcho: () => setCommandEcho,
  setFailed: () => setFailed,
  setOutput: () => setOutput,
  setSecret: () => setSecret,
  startGroup: () => startGroup,
  summary: () => summary,
  toPlatformPath: () => toPlatformPath,
  toPosixPath: () => toPosixPath,
  toWin32Path: () => toWin32Path,
  warning: () => warning
});

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter3 = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter3)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter3}"`);
  }
  if (convertedValue.includes(delimiter3)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter3}"`);
  }
  return `${key}<<${delimiter3}${os2.EOL}${convertedValue}${os2.EOL}${delimiter3}`;
}

// node_modules/@actions/core/lib/core.js
import * as os5 from "os";
import * as path5 from "path";

// node_modules/@actions/http-client/lib/index.js
import * as http from "http";
import * as https from "https";

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
  const usingSsl = reqUrl.protocol === "https:";
  if (checkBypass(reqUrl)) {
    return void 0;
  }
  const proxyVar = (() => {
    if (usingSsl) {
      return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
    } else {
      return process.env["http_proxy"] || process.env["HTTP_PROXY"];
    }
  })();
  if (proxyVar) {
    try {
      return new DecodedURL(proxyVar);
    } catch (_a) {
      if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
        return new DecodedURL(`http://${proxyVar}`);
    }
  } else {
    return void 0;
  }
}
function checkBypass(reqUrl) {
  if (!reqUrl.hostname) {
    return false;
  }
  const reqHost = reqUrl.hostname;
  if (isLoopbackAddress(reqHost)) {
    return true;
  }
  const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
  if (!noProxy) {
    return false;
  }
  let reqPort;
  if (reqUrl.port) {
    reqPort = Number(reqUrl.port);
  } else if (reqUrl.protocol === "http:") {
    reqPort = 80;
  } else if (reqUrl.protocol === "https:") {
    reqPort = 443;
  }
  const upperReqHosts = [reqUrl.hostname.toUpperCase()];
  if (typeof reqPort === "number") {
    upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
  }
  for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) {
    if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) {
      return true;
    }
  }
  return false;
}
function isLoopbackAddress(host) {
  const hostLower = host.toLowerCase();
  return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
  constructor(url, base) {
    super(url, base);
    this._decodedUsername = decodeURIComponent(super.username);
    this._decodedPassword = decodeURIComponent(super.password);
  }
  get username() {
    return this._decodedUsername;
  }
  get password() {
    return this._decodedPassword;
  }
};

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
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
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];
var RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
var ExponentialBackoffCeiling = 10;
var ExponentialBackoffTimeSlice = 5;
var HttpClientError = class _HttpClientError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.name = "HttpClientError";
    this.statusCode = statusCode;
    Object.setPrototypeOf(this, _HttpClientError.prototype);
  }
};
var HttpClientResponse = class {
  constructor(message) {
    this.message = message;
  }
  readBody() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2) => __awaiter(this, void 0, void 0, function* () {
        let output = Buffer.alloc(0);
        this.message.on("data", (chunk) => {
          output = Buffer.concat([output, chunk]);
        });
        this.message.on("end", () => {
          resolve2(output.toString());
        });
      }));
    });
  }
  readBodyBuffer() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2) => __awaiter(this, void 0, void 0, function* () {
        const chunks = [];
        this.message.on("data", (chunk) => {
          chunks.push(chunk);
        });
        this.message.on("end", () => {
          resolve2(Buffer.concat(chunks));
        });
      }));
    });
  }
};
var HttpClient = class {
  constructor(userAgent, handlers, requestOptions) {
    this._ignoreSslError = false;
    this._allowRedirects = true;
    this._allowRedirectDowngrade = false;
    this._maxRedirects = 50;
    this._allowRetries = false;
    this._maxRetries = 1;
    this._keepAlive = false;
    this._disposed = false;
    this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
    this.handlers = handlers || [];
    this.requestOptions = requestOptions;
    if (requestOptions) {
      if (requestOptions.ignoreSslError != null) {
        this._ignoreSslError = requestOptions.ignoreSslError;
      }
      this._socketTimeout = requestOptions.socketTimeout;
      if (requestOptions.allowRedirects != null) {
        this._allowRedirects = requestOptions.allowRedirects;
      }
      if (requestOptions.allowRedirectDowngrade != null) {
        this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
      }
      if (requestOptions.maxRedirects != null) {
        this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
      }
      if (requestOptions.keepAlive != null) {
        this._keepAlive = requestOptions.keepAlive;
      }
      if (requestOptions.allowRetries != null) {
        this._allowRetries = requestOptions.allowRetries;
      }
      if (requestOptions.maxRetries != null) {
        this._maxRetries = requestOptions.maxRetries;
      }
    }
  }
  options(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
    });
  }
  get(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("GET", requestUrl, null, additionalHeaders || {});
    });
  }
  del(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("DELETE", requestUrl, null, additionalHeaders || {});
    });
  }
  post(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("POST", requestUrl, data, additionalHeaders || {});
    });
  }
  patch(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PATCH", requestUrl, data, additionalHeaders || {});
    });
  }
  put(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PUT", requestUrl, data, additionalHeaders || {});
    });
  }
  head(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("HEAD", requestUrl, null, additionalHeaders || {});
    });
  }
  sendStream(verb, requestUrl, stream, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request(verb, requestUrl, stream, additionalHeaders);
    });
  }
  /**
   * Gets a typed object from an endpoint
   * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
   */
  getJson(requestUrl_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      const res = yield this.get(requestUrl, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  postJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.post(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  putJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.put(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  patchJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.patch(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  /**
   * Makes a raw http request.
   * All other methods such as get, post, patch, and request ultimately call this.
   * Prefer get, del, post and patch
   */
  request(verb, requestUrl, data, headers) {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._disposed) {
        throw new Error("Client has already been disposed.");
      }
      const parsedUrl = new URL(requestUrl);
      let info2 = this._prepareRequest(verb, parsedUrl, headers);
      const maxTries2 = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
      let numTries = 0;
      let response;
      do {
        response = yield this.requestRaw(info2, data);
        if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
          let authenticationHandler;
          for (const handler of this.handlers) {
            if (handler.canHandleAuthentication(response)) {
              authenticationHandler = handler;
              break;
            }
          }
          if (authenticationHandler) {
            return authenticationHandler.handleAuthentication(this, info2, data);
          } else {
            return response;
          }
        }
        let redirectsRemaining = this._maxRedirects;
        while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
          const redirectUrl = response.message.headers["location"];
          if (!redirectUrl) {
            break;
          }
          const parsedRedirectUrl = new URL(redirectUrl);
          if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) {
            throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
          }
          yield response.readBody();
          if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
            for (const header2 in headers) {
              if (header2.toLowerCase() === "authorization") {
                delete headers[header2];
              }
            }
          }
          info2 = this._prepareRequest(verb, parsedRedirectUrl, headers);
          response = yield this.requestRaw(info2, data);
          redirectsRemaining--;
        }
        if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
          return response;
        }
        numTries += 1;
        if (numTries < maxTries2) {
          yield response.readBody();
          yield this._performExponentialBackoff(numTries);
        }
      } while (numTries < maxTries2);
      return response;
    });
  }
  /**
   * Needs to be called if keepAlive is set to true in request options.
   */
  dispose() {
    if (this._agent) {
      this._agent.destroy();
    }
    this._disposed = true;
  }
  /**
   * Raw request.
   * @param info
   * @param data
   */
  requestRaw(info2, data) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2, reject) => {
        function callbackForResult(err, res) {
          if (err) {
            reject(err);
          } else if (!res) {
            reject(new Error("Unknown error"));
          } else {
            resolve2(res);
          }
        }
        this.requestRawWithCallback(info2, data, callbackForResult);
      });
    });
  }
  /**
   * Raw request with callback.
   * @param info
   * @param data
   * @param onResult
   */
  requestRawWithCallback(info2, data, onResult) {
    if (typeof data === "string") {
      if (!info2.options.headers) {
        info2.options.headers = {};
      }
      info2.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
    }
    let callbackCalled = false;
    function handleResult(err, res) {
      if (!callbackCalled) {
        callbackCalled = true;
        onResult(err, res);
      }
    }
    const req = info2.httpModule.request(info2.options, (msg) => {
      const res = new HttpClientResponse(msg);
      handleResult(void 0, res);
    });
    let socket;
    req.on("socket", (sock) => {
      socket = sock;
    });
    req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
      if (socket) {
        socket.end();
      }
      handleResult(new Error(`Request timeout: ${info2.options.path}`));
    });
    req.on("error", function(err) {
      handleResult(err);
    });
    if (data && typeof data === "string") {
      req.write(data, "utf8");
    }
    if (data && typeof data !== "string") {
      data.on("close", function() {
        req.end();
      });
      data.pipe(req);
    } else {
      req.end();
    }
  }
  /**
   * Gets an http agent. This function is useful when you need an http agent that handles
   * routing through a proxy server - depending upon the url and proxy environment variables.
   * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
   */
  getAgent(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    return this._getAgent(parsedUrl);
  }
  getAgentDispatcher(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (!useProxy) {
      return;
    }
    return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
  }
  _prepareRequest(method, requestUrl, headers) {
    const info2 = {};
    info2.parsedUrl = requestUrl;
    const usingSsl = info2.parsedUrl.protocol === "https:";
    info2.httpModule = usingSsl ? https : http;
    const defaultPort = usingSsl ? 443 : 80;
    info2.options = {};
    info2.options.host = info2.parsedUrl.hostname;
    info2.options.port = info2.parsedUrl.port ? parseInt(info2.parsedUrl.port) : defaultPort;
    info2.options.path = (info2.parsedUrl.pathname || "") + (info2.parsedUrl.search || "");
    info2.options.method = method;
    info2.options.headers = this._mergeHeaders(headers);
    if (this.userAgent != null) {
      info2.options.headers["user-agent"] = this.userAgent;
    }
    info2.options.agent = this._getAgent(info2.parsedUrl);
    if (this.handlers) {
      for (const handler of this.handlers) {
        handler.prepareRequest(info2.options);
      }
    }
    return info2;
  }
  _mergeHeaders(headers) {
    if (this.requestOptions && this.requestOptions.headers) {
      return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
    }
    return lowercaseKeys(headers || {});
  }
  /**
   * Gets an existing header value or returns a default.
   * Handles converting number header values to strings since HTTP headers must be strings.
   * Note: This returns string | string[] since some headers can have multiple values.
   * For headers that must always be a single string (like Content-Type), use the
   * specialized _getExistingOrDefaultContentTypeHeader method instead.
   */
  _getExistingOrDefaultHeader(additionalHeaders, header2, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[header2];
      if (headerValue) {
        clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
      }
    }
    const additionalValue = additionalHeaders[header2];
    if (additionalValue !== void 0) {
      return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
    }
    if (clientHeader !== void 0) {
      return clientHeader;
    }
    return _default;
  }
  /**
   * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
   * Always returns a single string (not an array) since Content-Type should be a single value.
   * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
   * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
   * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
   */
  _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
      if (headerValue) {
        if (typeof headerValue === "number") {
          clientHeader = String(headerValue);
        } else if (Array.isArray(headerValue)) {
          clientHeader = headerValue.join(", ");
        } else {
          clientHeader = headerValue;
        }
      }
    }
    const additionalValue = additionalHeaders[Headers.ContentType];
    if (additionalValue !== void 0) {
      if (typeof additionalValue === "number") {
        return String(additionalValue);
      } else if (Array.isArray(additionalValue)) {
        return additionalValue.join(", ");
      } else {
        return additionalValue;
      }
    }
    if (clientHeader !== void 0) {
      return clientHeader;
    }
    return _default;
  }
  _getAgent(parsedUrl) {
    let agent;
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (this._keepAlive && useProxy) {
      agent = this._proxyAgent;
    }
    if (!useProxy) {
      agent = this._agent;
    }
    if (agent) {
      return agent;
    }
    const usingSsl = parsedUrl.protocol === "https:";
    let maxSockets = 100;
    if (this.requestOptions) {
      maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
    }
    if (proxyUrl && proxyUrl.hostname) {
      const agentOptions = {
        maxSockets,
        keepAlive: this._keepAlive,
        proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
          proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
        }), { host: proxyUrl.hostname, port: proxyUrl.port })
      };
      let tunnelAgent;
      const overHttps = proxyUrl.protocol === "https:";
      if (usingSsl) {
        tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
      } else {
        tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
      }
      agent = tunnelAgent(agentOptions);
      this._proxyAgent = agent;
    }
    if (!agent) {
      const options = { keepAlive: this._keepAlive, maxSockets };
      agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
      this._agent = agent;
    }
    if (usingSsl && this._ignoreSslError) {
      agent.options = Object.assign(agent.options || {}, {
        rejectUnauthorized: false
      });
    }
    return agent;
  }
  _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
    let proxyAgent;
    if (this._keepAlive) {
      proxyAgent = this._proxyAgentDispatcher;
    }
    if (proxyAgent) {
      return proxyAgent;
    }
    const usingSsl = parsedUrl.protocol === "https:";
    proxyAgent = new import_undici.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, (proxyUrl.username || proxyUrl.password) && {
      token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
    }));
    this._proxyAgentDispatcher = proxyAgent;
    if (usingSsl && this._ignoreSslError) {
      proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
        rejectUnauthorized: false
      });
    }
    return proxyAgent;
  }
  _getUserAgentWithOrchestrationId(userAgent) {
    const baseUserAgent = userAgent || "actions/http-client";
    const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
    if (orchId) {
      const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
      return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
    }
    return baseUserAgent;
  }
  _performExponentialBackoff(retryNumber) {
    return __awaiter(this, void 0, void 0, function* () {
      retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
      const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
      return new Promise((resolve2) => setTimeout(() => resolve2(), ms));
    });
  }
  _processResponse(res, options) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2, reject) => __awaiter(this, void 0, void 0, function* () {
        const statusCode = res.message.statusCode || 0;
        const response = {
          statusCode,
          result: null,
          headers: {}
        };
        if (statusCode === HttpCodes.NotFound) {
          resolve2(response);
        }
        function dateTimeDeserializer(key, value) {
          if (typeof value === "string") {
            const a = new Date(value);
            if (!isNaN(a.valueOf())) {
              return a;
            }
          }
          return value;
        }
        let obj;
        let contents;
        try {
          contents = yield res.readBody();
          if (contents && contents.length > 0) {
            if (options && options.deserializeDates) {
              obj = JSON.parse(contents, dateTimeDeserializer);
            } else {
              obj = JSON.parse(contents);
            }
            response.result = obj;
          }
          response.headers = res.message.headers;
        } catch (err) {
        }
        if (statusCode > 299) {
          let msg;
          if (obj && obj.message) {
            msg = obj.message;
          } else if (contents && contents.length > 0) {
            msg = contents;
          } else {
            msg = `Failed request: (${statusCode})`;
          }
          const err = new HttpClientError(msg, statusCode);
          err.result = response.result;
          reject(err);
        } else {
          resolve2(response);
        }
      }));
    });
  }
};
var lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// node_modules/@actions/http-client/lib/auth.js
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
var BearerCredentialHandler = class {
  constructor(token) {
    this.token = token;
  }
  // currently implements pre-authorization
  // TODO: support preAuth = false where it hooks on 401
  prepareRequest(options) {
    if (!options.headers) {
      throw Error("The request has no headers");
    }
    options.headers["Authorization"] = `Bearer ${this.token}`;
  }
  // This handler cannot handle 401
  canHandleAuthentication() {
    return false;
  }
  handleAuthentication() {
    return __awaiter2(this, void 0, void 0, function* () {
      throw new Error("not implemented");
    });
  }
};

// node_modules/@actions/core/lib/oidc-utils.js
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
var OidcClient = class _OidcClient {
  static createHttpClient(allowRetry = true, maxRetry = 10) {
    const requestOptions = {
      allowRetries: allowRetry,
      maxRetries: maxRetry
    };
    return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(_OidcClient.getRequestToken())], requestOptions);
  }
  static getRequestToken() {
    const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    if (!token) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
    }
    return token;
  }
  static getIDTokenUrl() {
    const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
    if (!runtimeUrl) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
    }
    return runtimeUrl;
  }
  static getCall(id_token_url) {
    return __awaiter3(this, void 0, void 0, function* () {
      var _a;
      const httpclient = _OidcClient.createHttpClient();
      const res = yield httpclient.getJson(id_token_url).catch((error2) => {
        throw new Error(`Failed to get ID Token. 
 
        Error Code : ${error2.statusCode}
 
        Error Message: ${error2.message}`);
      });
      const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
      if (!id_token) {
        throw new Error("Response json body do not have ID Token field");
      }
      return id_token;
    });
  }
  static getIDToken(audience) {
    return __awaiter3(this, void 0, void 0, function* () {
      try {
        let id_token_url = _OidcClient.getIDTokenUrl();
        if (audience) {
          const encodedAudience = encodeURIComponent(audience);
          id_token_url = `${id_token_url}&audience=${encodedAudience}`;
        }
        debug(`ID token url is ${id_token_url}`);
        const id_token = yield _OidcClient.getCall(id_token_url);
        setSecret(id_token);
        return id_token;
      } catch (error2) {
        throw new Error(`Error message: ${error2.message}`);
      }
    });
  }
};

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
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
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter4(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter4(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter4(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item2) => this.wrap("li", item2)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header: header2, data, colspan, rowspan } = cell;
        const tag = header2 ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var markdownSummary = _summary;
var summary = _summary;

// node_modules/@actions/core/lib/path-utils.js
import * as path from "path";
function toPosixPath(pth) {
  return pth.replace(/[\\]/g, "/");
}
function toWin32Path(pth) {
  return pth.replace(/[/]/g, "\\");
}
function toPlatformPath(pth) {
  return pth.replace(/[/\\]/g, path.sep);
}

// node_modules/@actions/core/lib/platform.js
var platform_exports = {};
__export(platform_exports, {
  arch: () => arch,
  getDetails: () => getDetails,
  isLinux: () => isLinux,
  isMacOS: () => isMacOS,
  isWindows: () => isWindows,
  platform: () => platform
});
import os4 from "os";

// node_modules/@actions/exec/lib/exec.js
import { StringDecoder } from "string_decoder";

// node_modules/@actions/exec/lib/toolrunner.js
import * as os3 from "os";
import * as events from "events";
import * as child from "child_process";
import * as path4 from "path";

// node_modules/@actions/io/lib/io.js
import * as path3 from "path";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
import * as path2 from "path";
var __awaiter5 = function(thisArg, _arguments, P, generator) {
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
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter5(this, void 0, void 0, function* () {
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
  return __awaiter5(this, void 0, void 0, function* () {
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
        const upperExt = path2.extname(filePath).toUpperCase();
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
            const directory = path2.dirname(filePath);
            const upperName = path2.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path2.join(directory, actualName);
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
var __awaiter6 = function(thisArg, _arguments, P, generator) {
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
  return __awaiter6(this, void 0, void 0, function* () {
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
  return __awaiter6(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path3.delimiter)) {
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
    if (tool.includes(path3.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path3.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path3.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}

// node_modules/@actions/exec/lib/toolrunner.js
import { setTimeout as setTimeout2 } from "timers";
var __awaiter7 = function(thisArg, _arguments, P, generator) {
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
var ToolRunner = class extends events.EventEmitter {
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
      let n = s.indexOf(os3.EOL);
      while (n > -1) {
        const line = s.substring(0, n);
        onLine(line);
        s = s.substring(n + os3.EOL.length);
        n = s.indexOf(os3.EOL);
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
  _endsWith(str, end2) {
    return str.endsWith(end2);
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
    return __awaiter7(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
        this.toolPath = path4.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve2, reject) => __awaiter7(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os3.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName = this._getSpawnFileName();
        const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
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
        state.on("done", (error2, exitCode) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp.removeAllListeners();
          if (error2) {
            reject(error2);
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
var ExecState = class _ExecState extends events.EventEmitter {
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
      this.timeout = setTimeout2(_ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error2;
    if (this.processExited) {
      if (this.processError) {
        error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error2, this.processExitCode);
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
var __awaiter8 = function(thisArg, _arguments, P, generator) {
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
  return __awaiter8(this, void 0, void 0, function* () {
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
  return __awaiter8(this, void 0, void 0, function* () {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new StringDecoder("utf8");
    const stderrDecoder = new StringDecoder("utf8");
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

// node_modules/@actions/core/lib/platform.js
var __awaiter9 = function(thisArg, _arguments, P, generator) {
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
var getWindowsInfo = () => __awaiter9(void 0, void 0, void 0, function* () {
  const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version.trim()
  };
});
var getMacOsInfo = () => __awaiter9(void 0, void 0, void 0, function* () {
  var _a, _b, _c, _d;
  const { stdout } = yield getExecOutput("sw_vers", void 0, {
    silent: true
  });
  const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name,
    version
  };
});
var getLinuxInfo = () => __awaiter9(void 0, void 0, void 0, function* () {
  const { stdout } = yield getExecOutput("lsb_release", ["-i", "-r", "-s"], {
    silent: true
  });
  const [name, version] = stdout.trim().split("\n");
  return {
    name,
    version
  };
});
var platform = os4.platform();
var arch = os4.arch();
var isWindows = platform === "win32";
var isMacOS = platform === "darwin";
var isLinux = platform === "linux";
function getDetails() {
  return __awaiter9(this, void 0, void 0, function* () {
    return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
      platform,
      arch,
      isWindows,
      isMacOS,
      isLinux
    });
  });
}

// node_modules/@actions/core/lib/core.js
var __awaiter10 = function(thisArg, _arguments, P, generator) {
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
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${path5.delimiter}${process.env["PATH"]}`;
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
  if (options && options.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function getBooleanInput(name, options) {
  const trueValue = ["true", "True", "TRUE"];
  const falseValue = ["false", "False", "FALSE"];
  const val = getInput(name, options);
  if (trueValue.includes(val))
    return true;
  if (falseValue.includes(val))
    return false;
  throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os5.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setCommandEcho(enabled) {
  issue("echo", enabled ? "on" : "off");
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os5.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
  return __awaiter10(this, void 0, void 0, function* () {
    startGroup(name);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
  return __awaiter10(this, void 0, void 0, function* () {
    return yield OidcClient.getIDToken(aud);
  });
}

// src/adapters/actions/job.ts
import { appendFile as appendFile2 } from "node:fs/promises";
var maxSummaryBytes = 1e3 * 1024;
function setOutputs(core, outputs2) {
  for (const [name, value] of Object.entries(outputs2)) core.setOutput(name, value);
}
async function writeSummary(markdown, env) {
  const path6 = env.GITHUB_STEP_SUMMARY;
  if (!path6) return false;
  await appendFile2(path6, cutSummary(markdown));
  return true;
}
function cutSummary(markdown) {
  const bytes = Buffer.from(markdown);
  if (bytes.byteLength < maxSummaryBytes) return `${markdown.trimEnd()}
`;
  const note = `

The summary was cut here: it has ${bytes.byteLength} bytes, and GitHub shows at most 1,024 KiB.
`;
  const room = bytes.subarray(0, maxSummaryBytes - Buffer.byteLength(note));
  const end2 = room.lastIndexOf(10);
  return (end2 < 0 ? new TextDecoder().decode(room, { stream: true }) : room.subarray(0, end2).toString("utf8")) + note;
}

// src/adapters/actions/log.ts
var progressEveryMs = 1e4;
function createActionsLog(core, clock, beat) {
  const secrets = /* @__PURE__ */ new Set();
  const masked = /* @__PURE__ */ new Set();
  let scrub = createScrubber([]);
  const show = (message) => renderLogText(scrub(message));
  return {
    info: (message) => core.info(show(message)),
    warn: (message) => core.warning(show(message)),
    fail: (message) => core.setFailed(show(message)),
    progress: followProgress(
      {
        everyMs: progressEveryMs,
        show: (progress, timing) => core.info(show(renderProgress(progress, timing))),
        end: (progress, timing) => core.info(show(renderProgressEnd(progress, timing)))
      },
      clock,
      beat
    ),
    mask: (secret) => {
      for (const part of [secret, ...secret.split(/\r?\n/)].filter((line) => line.trim().length >= 3)) {
        secrets.add(part);
        for (const form of listSecretForms(part).filter((one2) => !masked.has(one2))) {
          masked.add(form);
          core.setSecret(form);
        }
      }
      scrub = createScrubber([...secrets]);
    },
    group: async (title, work) => {
      core.startGroup(show(title));
      try {
        return await work();
      } finally {
        core.endGroup();
      }
    }
  };
}
function renderLogText(text2) {
  return revealText(text2).split("\n").map((line) => line.replace(/^(\s*):(?=:)/u, "$1\\:").replaceAll("##[", "#\\#[")).join("\n");
}

// src/adapters/github/event.ts
import { readFile } from "node:fs/promises";
function isOnDefaultBranch({ ref, defaultBranch }) {
  return ref === `refs/heads/${defaultBranch}`;
}
async function readEvent(env) {
  const path6 = env.GITHUB_EVENT_PATH;
  if (!path6) throw outsideActions("GITHUB_EVENT_PATH");
  let payload;
  try {
    payload = JSON.parse(await readFile(path6, "utf8"));
  } catch (cause) {
    throw UserError.of(`The event payload ${path6} cannot be read.`, "Run this as a step of a GitHub workflow.", null, {
      cause
    });
  }
  return parseEvent(payload, env);
}
function parseEvent(payload, env) {
  if (!isJsonObject(payload)) throw garbled("it is no JSON object");
  const [owner, repo, ...rest] = required(env, "GITHUB_REPOSITORY").split("/");
  if (!owner || !repo || rest.length > 0) throw garbled("GITHUB_REPOSITORY is not `owner/name`");
  const name = required(env, "GITHUB_EVENT_NAME");
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: runId } = env;
  return {
    name,
    action: text(payload, "action"),
    owner,
    repo,
    defaultBranch: text(payload, "repository", "default_branch"),
    ref: required(env, "GITHUB_REF"),
    sha: objectId(required(env, "GITHUB_SHA"), "GITHUB_SHA"),
    before: name === "push" ? parseBefore(payload) : null,
    pullRequest: name.startsWith("pull_request") ? parsePullRequest(payload) : null,
    mergeGroup: name === "merge_group" ? parseMergeGroup(payload) : null,
    label: text(payload, "label", "name"),
    sender: text(payload, "sender", "login"),
    isRetargeted: text(payload, "changes", "base", "ref", "from") !== null,
    inputs: object(payload, "inputs") ?? {},
    repositoryUrl: server ? `${server}/${owner}/${repo}` : null,
    runUrl: server && runId ? `${server}/${owner}/${repo}/actions/runs/${runId}` : null,
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1
  };
}
function parseQueueRef(headRef) {
  const [, branch, number] = /gh-readonly-queue\/(.+)\/pr-(\d{1,10})-[0-9a-f]{40,64}$/.exec(headRef) ?? [];
  return branch === void 0 ? null : { branch, number: Number(number) };
}
function parsePullRequest(payload) {
  const number = at(payload, "pull_request", "number");
  if (typeof number !== "number" || !Number.isSafeInteger(number)) throw garbled("`pull_request.number` is missing");
  const baseRepository = text(payload, "pull_request", "base", "repo", "full_name");
  return {
    number,
    baseSha: objectIdAt(payload, "pull_request", "base", "sha"),
    baseRef: textAt(payload, "pull_request", "base", "ref"),
    headSha: objectIdAt(payload, "pull_request", "head", "sha"),
    headRef: textAt(payload, "pull_request", "head", "ref"),
    // The head's repository is null when the fork was deleted: still a fork.
    isFork: baseRepository === null || text(payload, "pull_request", "head", "repo", "full_name") !== baseRepository,
    author: text(payload, "pull_request", "user", "login"),
    isDraft: at(payload, "pull_request", "draft") === true
  };
}
function parseBefore(payload) {
  const before = text(payload, "before");
  return before === null || /^0+$/.test(before) ? null : objectId(before, "before");
}
function parseMergeGroup(payload) {
  return {
    baseSha: objectIdAt(payload, "merge_group", "base_sha"),
    headSha: objectIdAt(payload, "merge_group", "head_sha"),
    headRef: textAt(payload, "merge_group", "head_ref")
  };
}
function at(value, ...path6) {
  return path6.reduce((found, key) => isJsonObject(found) ? found[key] : void 0, value);
}
function text(payload, ...path6) {
  const found = at(payload, ...path6);
  return typeof found === "string" ? found : null;
}
function object(payload, ...path6) {
  const found = at(payload, ...path6);
  return isJsonObject(found) ? found : null;
}
function textAt(payload, ...path6) {
  const found = text(payload, ...path6);
  if (found === null) throw garbled(`\`${path6.join(".")}\` is missing`);
  return found;
}
function objectIdAt(payload, ...path6) {
  return objectId(textAt(payload, ...path6), path6.join("."));
}
function objectId(value, name) {
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value)) throw garbled(`\`${name}\` is no commit id`);
  return value;
}
function required(env, name) {
  const value = env[name];
  if (!value) throw outsideActions(name);
  return value;
}
function outsideActions(name) {
  return UserError.of(
    `The variable ${name} is not set.`,
    "Run this as a step of a GitHub workflow, or use the command `prompt-assay run` in a terminal."
  );
}
function garbled(what) {
  return UserError.of(
    `The event payload cannot be used: ${what}.`,
    "Run this on one of the events named in the README."
  );
}

// src/adapters/github/github-error.ts
var GithubError = class extends ReadFault {
  name = "GithubError";
  status;
  reason;
  constructor(status, reason, message, hint, cause) {
    super([{ path: null, line: null, column: null, message, hint }], { cause });
    this.status = status;
    this.reason = reason;
  }
  /** True where the request may have been applied although it failed: no answer, or a server error. */
  get isAmbiguous() {
    return this.status === null || this.status >= 500;
  }
};
function explainFailure(thrown, purpose, identity) {
  if (thrown instanceof ReportedError || !isFailure(thrown)) return thrown;
  const reason = cleanReason(thrown, identity.token);
  const status = thrown.response === void 0 ? null : thrown.status;
  const [message, hint] = describe(thrown, status, reason, purpose, identity);
  return new GithubError(status, reason, message, hint, thrown);
}
function isFailure(thrown) {
  return thrown instanceof Error && "status" in thrown && typeof thrown.status === "number";
}
function cleanReason(failure, token) {
  const data = failure.response?.data;
  const said = isJsonObject(data) ? [data, ...asList(data.errors)].map(messageOf).join(" ") : failure.message;
  const scrub = createScrubber(token === "" ? [] : [token]);
  return scrub(said).replace(/[\p{Cc}\s]+/gu, " ").trim().replace(/\.$/, "").slice(0, 300);
}
function asList(value) {
  return Array.isArray(value) ? value : [];
}
function messageOf(value) {
  return isJsonObject(value) && typeof value.message === "string" ? value.message : "";
}
function describe(failure, status, reason, purpose, { tokenName, host }) {
  const { action, permission, thing } = purpose;
  if (status === null) {
    return [`${host} did not answer when asked to ${action} (${reason}).`, "Check the network and run again."];
  }
  if (status === 401) {
    return [
      `GitHub refused the token \`${tokenName}\` (401) when asked to ${action}.`,
      "Check the secret behind it: it may be expired, revoked, or not set for this event."
    ];
  }
  if (isRateLimit(failure, reason)) {
    return [
      `GitHub's rate limit for \`${tokenName}\` is used up${describeReset(failure)}; it could not ${action}.`,
      "Run again later. All workflows of a repository share the limit of GITHUB_TOKEN."
    ];
  }
  if (status === 403 && /\block/i.test(reason)) {
    return [`GitHub does not let anyone ${action}: ${reason}.`, "Unlock the conversation."];
  }
  if (status === 403) {
    return [
      `GitHub does not let \`${tokenName}\` ${action}: ${reason}.`,
      `Add \`${permission}\` to the \`permissions:\` of the job. Runs for forks and Dependabot always get a read-only token.`
    ];
  }
  if (status === 404) {
    return [
      `GitHub found no ${thing} when asked to ${action}, or \`${tokenName}\` may not see it.`,
      `Check that it exists, and that the job has \`${permission}\`.`
    ];
  }
  if (status >= 500) {
    return [`GitHub answered ${status} when asked to ${action}.`, "Run again; www.githubstatus.com tells of outages."];
  }
  return [`GitHub refused to ${action} (${status}): ${reason}.`, "Change what it names and run again."];
}
function isRateLimit(failure, reason) {
  if (failure.status !== 403 && failure.status !== 429) return false;
  return failure.status === 429 || failure.response?.headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(reason);
}
function describeReset(failure) {
  const seconds = Number(failure.response?.headers["x-ratelimit-reset"]);
  if (failure.response?.headers["x-ratelimit-remaining"] !== "0" || !Number.isSafeInteger(seconds)) return "";
  return ` until ${new Date(seconds * 1e3).toISOString().slice(11, 16)} UTC`;
}

// src/action/annotate.ts
var mostOfLevel = 10;
function annotate(problems, others = []) {
  const mistakes = problems.flatMap(({ path: path6, line, message, hint }) => {
    if (path6 === null) return [];
    const place = { path: path6, ...line !== null && { startLine: line } };
    return [{ level: "error", title: null, message: `${message} ${hint}`, ...place }];
  });
  const levels = { error, warning };
  for (const [level, show] of Object.entries(levels)) {
    const own = [...mistakes, ...others].filter((one2) => one2.level === level);
    for (const { title, path: file, message, startLine, endLine } of own.slice(0, mostOfLevel)) {
      const lines = { ...startLine && { startLine }, ...endLine && { endLine } };
      show(renderLogText(message), { file, ...title !== null && { title: renderLogText(title) }, ...lines });
    }
  }
}

// src/action/choose-mode.ts
var idleEvents = {
  pull_request: explainClosed,
  pull_request_target: explainClosed
};
function chooseMode(modes2, facts, asked) {
  const guess = guessMode(modes2, facts);
  const mode = modes2.find(({ name }) => name === asked) ?? guess.mode;
  if (mode === null || mode === guess.mode) return guess;
  if (mode.place === "default branch" && (!facts.onDefaultBranch || isPullRequest(facts))) {
    throw UserError.of(
      `mode: ${mode.name} works on the default branch only.`,
      "Dispatch the workflow on the default branch."
    );
  }
  return isClosed(facts) ? guess : { mode, reason: `the input mode is ${mode.name}` };
}
function guessMode(modes2, facts) {
  const rows = [...modes2.map((mode) => ({ mode, events: mode.events })), { mode: null, events: idleEvents }];
  const known = new Set(rows.flatMap(({ events: events2 }) => Object.keys(events2)));
  if (!known.has(facts.name)) {
    const hint = `Run the action on one of: ${[...known].join(", ")}.`;
    throw UserError.of(`The event "${facts.name}" is not known here.`, hint);
  }
  for (const { mode, events: events2 } of rows) {
    const reason = Object.hasOwn(events2, facts.name) ? events2[facts.name]?.(facts) : null;
    if (typeof reason === "string") return { mode, reason };
  }
  throw UserError.of(`The event "${facts.name}" names no pull request.`, "Give its number as the input pr.");
}
function explainClosed(facts) {
  return isClosed(facts) ? "the pull request is closed" : null;
}
function isClosed(facts) {
  return isPullRequest(facts) && facts.action === "closed";
}
function isPullRequest({ name }) {
  return name.startsWith("pull_request");
}

// src/action/github-world.ts
import { join as join3 } from "node:path";

// src/adapters/github/commits.ts
async function readTip(client, branch) {
  const { owner, repo } = client;
  const thing = `branch \`${branch}\``;
  const purpose = { action: `read the ${thing}`, permission: "contents: read", thing };
  const { data } = await client.attempt(
    purpose,
    ({ rest }) => rest.git.getRef({ owner, repo, ref: `heads/${branch}` })
  );
  return data.object.sha;
}
async function readDefaultBranch(client) {
  const { owner, repo } = client;
  const purpose = { action: "read the repository", permission: "contents: read", thing: `repository ${owner}/${repo}` };
  const { data } = await client.attempt(purpose, ({ rest }) => rest.repos.get({ owner, repo }));
  return data.default_branch;
}
async function readParents(client, commit) {
  return (await readCommit(client, commit)).parents.map((parent) => parent.sha);
}
async function readCommitFacts(client, commit) {
  const { parents, committer } = await readCommit(client, commit);
  return { parents: parents.map((parent) => parent.sha), date: committer.date };
}
async function readTreeHash(client, commit) {
  return (await readCommit(client, commit)).tree.sha;
}
async function readCommit(client, commit) {
  const { owner, repo } = client;
  const purpose = { action: `read commit ${commit}`, permission: "contents: read", thing: `commit ${commit}` };
  const { data } = await client.attempt(purpose, ({ rest }) => rest.git.getCommit({ owner, repo, commit_sha: commit }));
  return data;
}
async function readMergeBase(client, base, head) {
  const { owner, repo } = client;
  const purpose = { action: `compare ${base} and ${head}`, permission: "contents: read", thing: `commit ${head}` };
  const { data } = await client.attempt(
    purpose,
    ({ rest }) => rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 })
  );
  return data.merge_base_commit.sha;
}
async function isOnBranch(client, commit, branch) {
  return await readMergeBase(client, commit, await readTip(client, branch)) === commit;
}

// node_modules/yocto-queue/index.js
var Node = class {
  value;
  next;
  constructor(value) {
    this.value = value;
  }
};
var Queue = class {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = new Node(value);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    if (!this.#head) {
      this.#tail = void 0;
    }
    return current.value;
  }
  peek() {
    if (!this.#head) {
      return;
    }
    return this.#head.value;
  }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  *drain() {
    while (this.#head) {
      yield this.dequeue();
    }
  }
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run2 = async (function_, resolve2, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve2(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve2, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run2.bind(void 0, function_, resolve2, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve2, reject) => {
    enqueue(function_, resolve2, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises3 = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises3.push(promise);
            return promise;
          });
        } catch (error2) {
          for (const promise of promises3) {
            promise.catch(() => {
            });
          }
          throw error2;
        }
        return Promise.all(promises3);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}

// src/adapters/github/read-blobs.ts
import { createHash } from "node:crypto";
var minBatch = 20;
var maxBatchCount = 50;
var maxBatchBytes = 2e6;
var maxQueriedBytes = 5e5;
function createBlobReader(source) {
  let waiting = [];
  let isBusy = false;
  let least = minBatch;
  const flush = async () => {
    while (waiting.length > 0) {
      await new Promise(setImmediate);
      const asked = waiting;
      waiting = [];
      if (asked.length >= least) least = 2;
      await readAll(source, asked, least);
    }
    isBusy = false;
  };
  return (hash) => new Promise((resolve2, reject) => {
    waiting.push({ hash, resolve: resolve2, reject });
    if (isBusy) return;
    isBusy = true;
    void flush();
  });
}
async function readAll(source, asked, least) {
  try {
    const { batches, single } = planReads(asked, source, least);
    source.requireRoom(batches.length + single.length);
    const [missed] = await Promise.all([
      Promise.all(batches.map((batch) => readBatch(source, batch))),
      readEach(source, single)
    ]);
    source.requireRoom(missed.flat().length);
    await readEach(source, missed.flat());
  } catch (error2) {
    for (const one2 of asked) one2.reject(error2);
  }
}
function planReads(waiting, { sizeOf }, least) {
  const isSmall = ({ hash }) => (sizeOf(hash) ?? Number.POSITIVE_INFINITY) <= maxQueriedBytes;
  const small = waiting.filter(isSmall);
  if (small.length < least) return { batches: [], single: waiting };
  const batches = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one2 of small) {
    const size = sizeOf(one2.hash) ?? 0;
    if (bytes + size > maxBatchBytes || batches.at(-1)?.length === maxBatchCount) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(one2);
    bytes += size;
  }
  return { batches, single: waiting.filter((one2) => !isSmall(one2)) };
}
async function readBatch(source, batch) {
  try {
    const texts = await queryTexts(
      source,
      batch.map(({ hash }) => hash)
    );
    return batch.filter((one2, index) => {
      const bytes = Buffer.from(texts[index] ?? "", "utf8");
      const isWhole = isBlob(one2.hash, bytes);
      if (isWhole) one2.resolve(bytes);
      return !isWhole;
    });
  } catch (error2) {
    for (const one2 of batch) one2.reject(error2);
    return [];
  }
}
async function queryTexts({ client, attempt }, hashes) {
  const { owner, repo } = client;
  const objects = hashes.map((hash, index) => `b${index}: object(oid: "${hash}") { ... on Blob { text } }`).join(" ");
  const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${objects} } }`;
  const purpose = {
    action: `read ${hashes.length} files`,
    permission: "contents: read",
    thing: `repository ${owner}/${repo}`
  };
  try {
    const answer = await attempt(purpose, (octokit) => octokit.graphql(query, { owner, repo }));
    const found = isJsonObject(answer) && isJsonObject(answer.repository) ? answer.repository : {};
    return hashes.map((_, index) => {
      const blob = found[`b${index}`];
      return isJsonObject(blob) && typeof blob.text === "string" ? blob.text : null;
    });
  } catch (error2) {
    if (error2 instanceof ReadFault && (!(error2 instanceof GithubError) || error2.isAmbiguous)) throw error2;
    return [];
  }
}
async function readEach(source, some) {
  await Promise.all(some.map((one2) => readBlob(source, one2.hash).then(one2.resolve, one2.reject)));
}
async function readBlob({ client, attempt }, hash) {
  const { owner, repo } = client;
  const purpose = { action: `read the file ${hash}`, permission: "contents: read", thing: `file ${hash}` };
  const { data } = await attempt(purpose, (octokit) => octokit.rest.git.getBlob({ owner, repo, file_sha: hash }));
  const bytes = Buffer.from(data.content, "base64");
  if (isBlob(hash, bytes)) return bytes;
  throw ReadFault.of(`GitHub's answer for the file ${hash} is not that file.`, "Run again.");
}
function isBlob(hash, bytes) {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex") === hash;
}

// src/adapters/github/read-tree.ts
async function readWholeTree({ list, isListed, hasRoom, sizes }, commit) {
  const entries = /* @__PURE__ */ new Map();
  const walk = async (hash, prefix) => {
    const whole = await list(hash, "whole");
    if (!whole.truncated) return add(whole, prefix);
    const level = await list(hash, "level");
    if (level.truncated) throw tooLarge(prefix);
    add(level, prefix);
    const folders = level.tree.filter((entry) => entry.type === "tree");
    if (!hasRoom(folders.filter(({ sha }) => !isListed(sha)).length)) throw tooWide(prefix, folders.length);
    await Promise.all(folders.map((folder) => walk(folder.sha, `${prefix}${folder.path}/`)));
  };
  const add = (listing, prefix) => {
    for (const { path: path6, mode, type, sha, size } of listing.tree) {
      if (type !== "tree") entries.set(prefix + path6, { path: prefix + path6, mode, hash: sha });
      if (size !== void 0) sizes.set(sha, size);
    }
  };
  await walk(commit, "");
  return { commit, entries: new Map([...entries].sort(([a], [b]) => a < b ? -1 : 1)) };
}
async function readListing(client, hash, depth) {
  const purpose = { action: `list the files of ${hash}`, permission: "contents: read", thing: `commit ${hash}` };
  const { data } = await client.attempt(
    purpose,
    (octokit) => octokit.rest.git.getTree({
      owner: client.owner,
      repo: client.repo,
      tree_sha: hash,
      ...depth === "whole" ? { recursive: "1" } : {}
    })
  );
  return data;
}
var nameFolder = (prefix) => `The folder "${prefix === "" ? "." : prefix}"`;
function tooWide(prefix, folders) {
  return ReadFault.of(
    `${nameFolder(prefix)} has more than the 100,000 entries that GitHub lists at once, and its ${folders} folders would take more requests than are left for reading.`,
    "Prompts may lie anywhere, so that every folder is listed. Take generated and vendored files out of the repository, or keep prompts in one of their own."
  );
}
function tooLarge(prefix) {
  return ReadFault.of(`${nameFolder(prefix)} has more entries than GitHub's API can list.`, "Split the folder.");
}

// src/adapters/github/repository.ts
var parallelRequests = 8;
function createGithubRepository(client, kept = keptForPublishing) {
  const limit = pLimit(parallelRequests);
  const trees = /* @__PURE__ */ new Map();
  const listings = /* @__PURE__ */ new Map();
  const blobs = /* @__PURE__ */ new Map();
  const sizes = /* @__PURE__ */ new Map();
  const hasRoom = (requests) => client.requestCount() + requests <= maxRequests - kept;
  const requireRoom = (requests) => {
    if (!hasRoom(requests)) throw tooMany(requests, kept);
  };
  const attempt = (purpose, run2) => limit(() => {
    requireRoom(1);
    return client.attempt(purpose, run2);
  });
  const reader = { ...client, attempt };
  const list = (hash, depth) => remember(listings, `${hash} ${depth}`, () => readListing(reader, hash, depth));
  const source = { list, isListed: (hash) => listings.has(`${hash} whole`), hasRoom, sizes };
  const readBlob2 = createBlobReader({ client, attempt, requireRoom, sizeOf: (hash) => sizes.get(hash) ?? null });
  return {
    readTree: (commit) => remember(trees, commit, () => readWholeTree(source, commit)),
    readBlobs: async (hashes) => {
      const read = async (hash) => [hash, await remember(blobs, hash, () => readBlob2(hash))];
      return new Map(await Promise.all([...new Set(hashes)].map(read)));
    }
  };
}
function remember(known, key, read) {
  const found = known.get(key);
  if (found !== void 0) return found;
  const reading = read();
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}
function tooMany(requests, kept) {
  return ReadFault.of(
    `Reading the repository takes more than the ${maxRequests - kept} requests to GitHub that a run may spend on it; ${requests} more were wanted.`,
    "Narrow the `prompts` and `dataset` globs of the config, or split it into several configs that run as jobs of their own."
  );
}

// src/adapters/github/tree-entries.ts
var maxInlineBytes = 1024 * 1024;
var maxInlineBytesInAll = 8 * 1024 * 1024;
var fileEntry = (path6) => ({ path: path6, mode: "100644", type: "blob" });
async function buildEntries(client, files) {
  let inline = 0;
  const sized = files.map(([path6, text2]) => ({ path: path6, text: text2, bytes: Buffer.byteLength(text2) }));
  const build = async ({ path: path6, text: text2, bytes }) => {
    inline += bytes;
    const fits = bytes <= maxInlineBytes && inline <= maxInlineBytesInAll;
    return fits ? { ...fileEntry(path6), content: text2 } : { ...fileEntry(path6), sha: await createBlob(client, `store ${path6}`, text2) };
  };
  return Promise.all(sized.sort((a, b) => a.bytes - b.bytes).map(build));
}
async function createBlob(client, action, text2) {
  const { owner, repo } = client;
  const purpose = { action, permission: "contents: write", thing: `repository ${owner}/${repo}` };
  const content = Buffer.from(text2).toString("base64");
  const { data } = await client.attempt(
    purpose,
    ({ rest }) => rest.git.createBlob({ owner, repo, content, encoding: "base64" })
  );
  return data.sha;
}

// src/adapters/github/branch-commit.ts
async function prepareFolders(client, folders) {
  const files = [...folders].flatMap(
    ([folder, content]) => [...content].map(([path6, text2]) => [folder === "" ? path6 : `${folder}/${path6}`, text2])
  );
  return { names: [...folders.keys()], entries: await buildEntries(client, files) };
}
async function writeCommit(client, tip, folders, message, appends) {
  const { owner, repo } = client;
  const purpose = { action: "write a commit", permission: "contents: write", thing: `repository ${owner}/${repo}` };
  const baseTree = tip === null ? null : await readTreeHash(client, tip);
  const changes = await listChanges(client, baseTree, folders, appends);
  if (changes.length === 0 && tip !== null) return tip;
  const tree = await client.attempt(
    purpose,
    ({ rest }) => rest.git.createTree({ owner, repo, ...baseTree === null ? {} : { base_tree: baseTree }, tree: changes })
  );
  if (tip !== null && tree.data.sha === baseTree) return tip;
  const parents = tip === null ? [] : [tip];
  const text2 = `${message}

[skip ci]`;
  const commit = await client.attempt(
    purpose,
    ({ rest }) => rest.git.createCommit({ owner, repo, message: text2, tree: tree.data.sha, parents })
  );
  return commit.data.sha;
}
async function listChanges(client, baseTree, folders, appends) {
  if (baseTree === null) return [...folders.entries, ...await buildEntries(client, [...appends])];
  const repository = createGithubRepository(client, 0);
  const tree = await repository.readTree(baseTree);
  const old = await readTexts(repository, tree, [...appends.keys()]);
  const appended = [...appends].map(([path6, text2]) => [path6, appendLines(old.get(path6) ?? "", text2)]);
  const written = [...folders.entries, ...await buildEntries(client, appended)];
  const kept = new Set(written.map(({ path: path6 }) => path6));
  const removed = [...tree.entries.keys()].filter(
    (path6) => folders.names.some((folder) => isBelow(path6, folder)) && !kept.has(path6)
  );
  return [...written, ...removed.map((path6) => ({ ...fileEntry(path6), sha: null }))];
}
async function readTexts(repository, tree, paths) {
  const entries = paths.flatMap((path6) => tree.entries.get(path6) ?? []);
  const blobs = await repository.readBlobs(entries.map(({ hash }) => hash));
  return new Map(entries.map(({ path: path6, hash }) => [path6, decodeText(path6, blobs.get(hash))]));
}
function listBelow(tree, folder) {
  const entries = [...tree.entries.values()].filter(({ path: path6 }) => isBelow(path6, folder));
  const link = entries.find(({ mode }) => !mode.startsWith("100"));
  if (link === void 0) return entries;
  throw UserError.of("is a symlink or a submodule, not a file.", "Remove it from the branch.", whereIs(link.path));
}
function isBelow(path6, folder) {
  return folder === "" || path6.startsWith(`${folder}/`);
}
function decodeText(path6, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw UserError.of("is not valid UTF-8.", "Remove it from the branch.", whereIs(path6), { cause });
  }
}
var whereIs = (path6) => ({ path: path6, line: null, column: null });

// src/adapters/github/rate-limit.ts
function askedPauseMs({ cause, reason }) {
  const refused = cause;
  if (!isRateLimit(refused, reason)) return null;
  const headers = refused.response?.headers ?? {};
  const seconds = Number(headers["retry-after"]);
  if (seconds > 0) return seconds * 1e3;
  const untilResetMs = Number(headers["x-ratelimit-reset"]) * 1e3 - Date.parse(String(headers.date));
  return headers["x-ratelimit-remaining"] === "0" && untilResetMs > 0 ? untilResetMs : 0;
}

// src/adapters/github/move-tip.ts
async function moveTip(client, branch, tip, sha) {
  const { owner, repo } = client;
  const request = { retries: 0 };
  const purpose = { action: `write the branch \`${branch}\``, permission: "contents: write", thing: `\`${branch}\`` };
  try {
    await client.attempt(purpose, async ({ rest }) => {
      if (tip === null) await rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha, request });
      else await rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false, request });
    });
    return { outcome: "moved" };
  } catch (error2) {
    if (!(error2 instanceof GithubError)) throw error2;
    if (error2.isAmbiguous) return { outcome: "in doubt", pauseMs: 0, refusal: error2 };
    const pauseMs = askedPauseMs(error2) ?? (isOvertaken(error2) ? 0 : null);
    if (pauseMs !== null) return { outcome: "again", pauseMs, refusal: error2 };
    throw isRule(error2) ? keptByRule(client, branch, `${error2.status}: ${error2.reason}`, error2) : error2;
  }
}
function isOvertaken({ status, reason }) {
  if (status === 409) return !namesRule(reason);
  return status === 422 && /not a fast forward|already exists|does not exist/i.test(reason);
}
function isRule({ status, reason }) {
  return status === 403 || status === 422 || status === 409 && namesRule(reason);
}
var namesRule = (reason) => /\brule|protected/i.test(reason);
function keptByRule({ tokenName }, branch, why3, cause) {
  return UserError.of(
    `A branch rule of the repository keeps \`${tokenName}\` from writing \`${branch}\` (${why3}).`,
    "GITHUB_TOKEN cannot pass branch rules. Exempt the branch in the rule, or give `baseline-token` the token of an App that may bypass it.",
    null,
    { cause }
  );
}

// src/adapters/github/require-writable.ts
var refusingUpdates = ["update", "pull_request", "merge_queue", "required_status_checks", "required_deployments"];
async function requireWritable(client, branch) {
  await createBlob(client, "test the right to write", "");
  const found = await readBranch(client, branch);
  const forbidden = found === null ? ["creation"] : refusingUpdates;
  const rules = (await listRules(client, branch)).filter(({ type }) => forbidden.includes(type));
  const open2 = [];
  for (const [id, { type }] of new Map(rules.map((rule) => [rule.ruleset_id, rule]))) {
    const { name, bypass } = await readRuleset(client, id);
    const rule = `the rule "${type}" of the ruleset ${name}`;
    if (bypass === "never" || bypass === "pull_requests_only") throw keptByRule(client, branch, rule);
    if (bypass === null) open2.push(rule);
  }
  if (open2.length === 0 && rules.length === 0 && found?.protected === true) open2.push("its branch protection");
  if (open2.length === 0) return null;
  return `\`${branch}\` is protected, and \`${client.tokenName}\` cannot read whether it may pass ${open2.join(" and ")}: the finished baseline may be refused.`;
}
function readBranch({ owner, repo, attempt }, branch) {
  const purpose = { action: `read the branch \`${branch}\``, permission: "contents: read", thing: `\`${branch}\`` };
  return orNull(
    attempt(purpose, async ({ rest }) => (await rest.repos.getBranch({ owner, repo, branch })).data),
    [404]
  );
}
var readingRules = { action: "read the branch's rules", permission: "contents: read", thing: "rules" };
var unseen = [403, 404];
async function listRules({ owner, repo, attempt }, branch) {
  const rules = attempt(
    readingRules,
    async ({ rest }) => (await rest.repos.getBranchRules({ owner, repo, branch, per_page: 100 })).data
  );
  return await orNull(rules, unseen) ?? [];
}
async function readRuleset({ owner, repo, attempt }, id) {
  const read = attempt(
    readingRules,
    async ({ rest }) => (await rest.repos.getRepoRuleset({ owner, repo, ruleset_id: id ?? 0 })).data
  );
  const ruleset = await orNull(read, unseen);
  return { name: ruleset === null ? `${id}` : `"${ruleset.name}"`, bypass: ruleset?.current_user_can_bypass ?? null };
}
async function orNull(reading, statuses) {
  try {
    return await reading;
  } catch (error2) {
    if (error2 instanceof GithubError && error2.status !== null && statuses.includes(error2.status)) return null;
    throw error2;
  }
}

// src/adapters/github/branch-store.ts
var maxTries = 30;
var maxDurationMs = 3e5;
var maxPauseMs = 6e4;
function createGithubBranchStore(client) {
  const repository = createGithubRepository(client);
  const tips = /* @__PURE__ */ new Map();
  return {
    // One tip for the whole run: the folders of one commit belong together.
    read: async (branch, folder) => readFolder(repository, await remember(tips, branch, () => findTip(client, branch)), folder),
    requireWritable: (branch) => requireWritable(client, branch),
    write: async (branch, folders, message, appends = /* @__PURE__ */ new Map()) => {
      const tip = await swapTip(client, branch, folders, message, appends);
      tips.delete(branch);
      return tip;
    }
  };
}
async function swapTip(client, branch, folders, message, appends) {
  const prepared = await prepareFolders(client, folders);
  const startMs = client.timing.nowMs();
  let doubtful = null;
  for (let tries = 1; ; tries += 1) {
    const tip = await findTip(client, branch);
    if (doubtful !== null && await isOn(client, doubtful, tip)) return doubtful;
    const commit = await writeCommit(client, tip, prepared, message, appends);
    if (commit === tip) return tip;
    const move = await moveTip(client, branch, tip, commit);
    if (move.outcome === "moved") return commit;
    if (move.outcome === "in doubt") doubtful = commit;
    const backOffMs = Math.min(15e3, 1e3 * 2 ** tries) * client.timing.random();
    const pauseMs = Math.max(backOffMs, move.pauseMs);
    const isLate = client.timing.nowMs() - startMs + pauseMs > maxDurationMs;
    if (tries >= maxTries || pauseMs > maxPauseMs || isLate) {
      if (doubtful !== null && await isOn(client, doubtful, await findTip(client, branch))) return doubtful;
      throw gaveUp(branch, tries, move.refusal);
    }
    await client.timing.sleep(pauseMs);
  }
}
async function findTip(client, branch) {
  try {
    return await readTip(client, branch);
  } catch (error2) {
    if (!(error2 instanceof GithubError && error2.status === 404)) throw error2;
    await readDefaultBranch(client);
    return null;
  }
}
async function readFolder(repository, tip, folder) {
  if (tip === null) return { tip, files: /* @__PURE__ */ new Map() };
  const entries = listBelow(await repository.readTree(tip), folder);
  const blobs = await repository.readBlobs(entries.map((entry) => entry.hash));
  return { tip, files: new Map(entries.map(({ path: path6, hash }) => [path6, decodeText(path6, blobs.get(hash))])) };
}
async function isOn(client, commit, tip) {
  if (tip === null || commit === tip) return commit === tip;
  return await readMergeBase(client, commit, tip) === commit;
}
function gaveUp(branch, tries, last) {
  return UserError.of(
    `The branch \`${branch}\` could not be updated in ${count(tries, "try", "tries")}. The last one: ${last.problems[0]?.message}`,
    "Run again; give baseline runs a `concurrency` group so that they wait for one another.",
    null,
    { cause: last }
  );
}

// src/adapters/github/timing.ts
import { setTimeout as wait } from "node:timers/promises";
var systemTiming = {
  nowMs: () => Date.now(),
  sleep: async (ms) => {
    await wait(ms);
  },
  random: () => Math.random()
};

// src/adapters/github/client.ts
async function createGithubClient(options) {
  const { token, tokenName, owner, repo, timing = systemTiming } = options;
  if (token === "") throw UserError.of(`The token \`${tokenName}\` is empty.`, `Give \`${tokenName}\` a value.`);
  const { createOctokit } = await import("./chunks/adapters.github.octokit.js");
  const counter = { sent: 0 };
  const octokit = createOctokit(options, counter);
  const identity = { token, tokenName, host: new URL(options.baseUrl).host };
  return {
    owner,
    repo,
    tokenName,
    timing,
    requestCount: () => counter.sent,
    attempt: async (purpose, run2) => {
      try {
        return await run2(octokit);
      } catch (thrown) {
        throw explainFailure(thrown, purpose, identity);
      }
    }
  };
}

// src/action/github-world.ts
function openClient(event, token, tokenName, { env, log }) {
  const { owner, repo } = event;
  return createGithubClient({
    token,
    tokenName,
    baseUrl: env.GITHUB_API_URL ?? "https://api.github.com",
    owner,
    repo,
    log
  });
}
async function openGithubWorld(event, client, inputs, runner) {
  const { env, log, signal } = runner;
  const { baselineToken, baseUrl, apiKey, replay } = inputs;
  const cachePath = inputs.cachePath ?? placeOfLooks(inputs, runner);
  const writer = baselineToken === null ? client : await openClient(event, baselineToken, "baseline-token", runner);
  const cache = cachePath === null ? null : createFileCache(cachePath, log);
  const openModel = createModelOpener({
    caller: { baseUrl, apiKey, env },
    log,
    admit: async (endpoint) => {
      if (endpoint.apiKey !== null) log.mask(endpoint.apiKey);
    }
  });
  return {
    repository: createGithubRepository(client),
    baselines: createGithubBranchStore(writer),
    noise: null,
    openCache: () => cache,
    log,
    clock: { nowMs: () => Date.now() },
    signal,
    openSpool: createFileSpool,
    openModel: replay === null ? openModel : () => openReplay(replay)
  };
}
function placeOfLooks({ mode }, { env: { RUNNER_TEMP: folder = "" } }) {
  return mode === "outputs" && folder !== "" ? join3(folder, "prompt-assay") : null;
}
async function openReplay(path6) {
  const { createReplayModel } = await import("./chunks/adapters.replay.replay-model.js");
  const { readRecording } = await import("./chunks/adapters.files.read-recording.js");
  return createReplayModel(await readRecording(path6));
}

// src/adapters/github/self.ts
var workflowLogin = "github-actions[bot]";
function createSelf(client, named) {
  let learned = null;
  let asked = null;
  return {
    login: async () => {
      if (learned !== null || named !== null) return learned ?? named ?? workflowLogin;
      asked ??= askName(client);
      return asked;
    },
    learn: (login) => {
      learned = login ?? learned;
    }
  };
}
function isWrittenBy(login, thing) {
  return thing.user?.login === login && (thing.user.type === "Bot" || !thing.performed_via_github_app);
}
async function askName(client) {
  const purpose = { action: "read its own name", permission: "read:user", thing: "user" };
  try {
    const { data } = await client.attempt(purpose, ({ rest }) => rest.users.getAuthenticated());
    return data.login;
  } catch (error2) {
    if (error2 instanceof GithubError && (error2.status === 403 || error2.status === 404)) return workflowLogin;
    throw error2;
  }
}

// src/action/signals.ts
var defaultKey = "prompt-assay.yml";
var approvalContext = "prompt-assay-evaluate";
function nameSignals({
  commentKey,
  config,
  mode
}) {
  const path6 = config ?? defaultKey;
  const key = commentKey ?? (mode === "outputs" ? keyOfOutputs(path6) : path6);
  const suffix2 = key === defaultKey ? "" : `/${key}`;
  return { commentKey: key, verdict: `prompt-assay${suffix2}`, acceptance: `prompt-assay-accept${suffix2}` };
}
function chooseSignal(event, inputs) {
  const isElsewhere = event.name === "pull_request_target" || event.pullRequest === null && inputs.pr !== null;
  return isElsewhere ? "commit" : inputs.status;
}
function isPublished({ dryRun, cases }) {
  return !dryRun && cases === null;
}

// src/adapters/github/commit-status.ts
var maxDescriptionLength = 140;
async function setStatus(client, { sha, state, context, description, targetUrl }) {
  const { owner, repo } = client;
  const purpose = { action: `set the status of ${sha}`, permission: "statuses: write", thing: `commit ${sha}` };
  const target = targetUrl === null ? {} : { target_url: targetUrl };
  try {
    const { data } = await client.attempt(
      purpose,
      ({ rest }) => rest.repos.createCommitStatus({ owner, repo, sha, state, context, description: shorten(description), ...target })
    );
    return { status: "set", creator: data.creator?.login ?? null };
  } catch (error2) {
    if (error2 instanceof ReportedError) return { status: "refused", reason: error2.message };
    throw error2;
  }
}
async function readStatuses(client, sha, context) {
  const { owner, repo } = client;
  const purpose = { action: `read the statuses of ${sha}`, permission: "statuses: read", thing: `commit ${sha}` };
  const statuses = await client.attempt(
    purpose,
    (octokit) => octokit.paginate(octokit.rest.repos.listCommitStatusesForRef, { owner, repo, ref: sha, per_page: 100 })
  );
  return statuses.filter((status) => status.context === context).map((status) => ({
    state: status.state,
    description: status.description ?? "",
    targetUrl: status.target_url,
    creator: status.creator?.login ?? null
  }));
}
function shorten(description) {
  const characters = [...description];
  return characters.length <= maxDescriptionLength ? description : `${characters.slice(0, maxDescriptionLength - 1).join("")}…`;
}

// src/adapters/github/pull-request.ts
async function readPullRequest(client, number) {
  return describePull(await readPull(client, number));
}
async function readMergeability(client, number) {
  const { merge_commit_sha: commit, mergeable } = await readPull(client, number);
  return { commit, isMergeable: mergeable };
}
async function readPull(client, number) {
  const { owner, repo } = client;
  const thing = `pull request #${number}`;
  const purpose = { action: `read ${thing}`, permission: "pull-requests: read", thing };
  const { data } = await client.attempt(purpose, ({ rest }) => rest.pulls.get({ owner, repo, pull_number: number }));
  return data;
}
async function listPullsOfHead(client, sha) {
  const { owner, repo } = client;
  const purpose = { action: "list the open pull requests", permission: "pull-requests: read", thing: "repository" };
  const pulls = await client.attempt(
    purpose,
    (octokit) => octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: "open", per_page: 100 })
  );
  return pulls.filter(({ head }) => head.sha === sha).map(describePull);
}
function describePull(data) {
  const headRepository = data.head.repo?.full_name ?? null;
  return {
    number: data.number,
    state: data.state === "open" ? "open" : "closed",
    isDraft: data.draft === true,
    author: data.user?.login ?? null,
    baseRef: data.base.ref,
    baseSha: data.base.sha,
    headRef: data.head.ref,
    headSha: data.head.sha,
    headRepository,
    isFork: headRepository !== data.base.repo.full_name,
    labels: data.labels.map(({ name }) => name)
  };
}
async function hasWritePermission(client, username) {
  const { owner, repo } = client;
  const purpose = {
    action: `read the permission of @${username}`,
    permission: "contents: read",
    thing: `@${username}`
  };
  try {
    const { data } = await client.attempt(
      purpose,
      ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ owner, repo, username })
    );
    return data.permission === "admin" || data.permission === "write";
  } catch (error2) {
    if (error2 instanceof GithubError && error2.status === 404) return false;
    throw error2;
  }
}

// src/action/ending.ts
function renderHeadline({ verdict, title }) {
  return `${verdict}: ${title}`;
}
function describeEnding(report, commentUrl) {
  const blocks = report.green ? "This does not block." : "This blocks.";
  return {
    headline: renderHeadline(report),
    more: [
      ...report.verdict === "pass" ? [] : [blocks],
      ...describeReportCauses(report).map(closeSentence),
      ...commentUrl === "" ? [] : [`Comment: ${commentUrl}`]
    ]
  };
}

// src/action/status-marks.ts
var maxDescription = 140;
var maxBase = 20;
var one = "#\\d+ \\S+ (?:success|failure|error|pending)";
var suffix = new RegExp(`\\[(${one}(?:, ${one})*)\\]$`);
var byWeight = ["failure", "error", "pending", "success"];
function shortenBase(base) {
  return base.length <= maxBase ? base : `${base.slice(0, maxBase - 1)}…`;
}
function renderMarked(sentence, marks) {
  const behind = marks.map(({ number, base, state }) => `#${number} ${base} ${state}`).join(", ");
  const room = maxDescription - behind.length - 3;
  const characters = [...sentence];
  const text2 = characters.length <= room ? sentence : `${characters.slice(0, room - 1).join("")}…`;
  return behind === "" ? text2 : `${text2} [${behind}]`;
}
function readMarks(statuses, author) {
  const marks = /* @__PURE__ */ new Map();
  for (const { creator, description } of statuses) {
    const text2 = creator === author ? suffix.exec(description)?.[1] : void 0;
    for (const part of text2?.split(", ") ?? []) {
      const [number = "", base = "", state = ""] = part.split(" ");
      const mark = { number: Number(number.slice(1)), base, state };
      if ((marks.get(mark.number)?.state ?? "pending") === "pending") marks.set(mark.number, mark);
    }
  }
  return [...marks.values()];
}
function findWorst(marks) {
  const weigh = (mark) => byWeight.indexOf(mark.state);
  return marks.reduce((worst, mark) => weigh(mark) < weigh(worst) ? mark : worst);
}

// src/action/status-board.ts
var jobBoard = {
  close: async (verdict) => verdict.green ? null : renderHeadline(verdict),
  interrupt: async () => {
  }
};
async function openStatusBoard(board) {
  if (board.place.isFork && await hasInsider(board)) return null;
  const refused = await write(board, "pending", "pending: evaluating", ownMarks(board, "pending"));
  if (refused !== null) {
    throw UserError.of(refused, "The verdict of this run can only be shown as a commit status.");
  }
  return {
    close: (shown, isEvaluated) => {
      const state = shown.green ? "success" : shown.verdict === "invalid" ? "error" : "failure";
      return settle(board, { state, sentence: renderHeadline(shown), isEvaluated });
    },
    interrupt: async () => {
      await writeLast(board, "error", "interrupted: no verdict, run it again", ownMarks(board, "pending"));
    }
  };
}
async function leaveStatus(board) {
  if (board.place.isFork && await hasInsider(board)) return null;
  const [first, ...others] = await readOthers(board);
  if (first === void 0) return null;
  const worst = findWorst([first, ...others]);
  return write(board, stateOf(worst), describeOther(worst), [worst]);
}
async function settle(board, own) {
  const marks = ownMarks(board, own.isEvaluated ? own.state : "pending");
  let written = "";
  for (let round = 0; round < 3; round += 1) {
    const others = await readOthersOrNull(board);
    if (others === null) return settleBlindly(board, own, marks);
    const self = { number: board.place.number ?? 0, base: "", state: own.state };
    const worst = findWorst([self, ...others]);
    const sentence = worst === self ? own.sentence : describeOther(worst);
    const all = worst === self ? marks : [...marks, worst];
    if (renderMarked(sentence, all) === written) return null;
    const refused = await writeLast(board, stateOf(worst), sentence, all);
    if (refused !== null) return refused;
    written = renderMarked(sentence, all);
  }
  return null;
}
async function settleBlindly(board, own, marks) {
  if (own.state !== "success") return writeLast(board, own.state, own.sentence, marks);
  return writeLast(
    board,
    "error",
    "the statuses of this commit cannot be read; run it again",
    ownMarks(board, "pending")
  );
}
async function readOthersOrNull(board) {
  try {
    return await readOthers(board);
  } catch (error2) {
    if (!(error2 instanceof ReportedError)) throw error2;
    return null;
  }
}
async function readOthers({ client, self, context, place }) {
  if (place.number === null) return [];
  const statuses = await readStatuses(client, place.sha, context);
  if (statuses.length === 0) return [];
  const marks = readMarks(statuses, await self.login()).filter(({ number }) => number !== place.number);
  const pulls = await Promise.all(marks.map(({ number }) => readPullRequest(client, number)));
  return marks.filter((mark, index) => {
    const pull = pulls[index];
    const isHere = pull?.state === "open" && pull.headSha === place.sha && shortenBase(pull.baseRef) === mark.base;
    return isHere && (mark.state !== "pending" || place.isFork || !pull.isFork);
  });
}
async function hasInsider({ client, place }) {
  const pulls = await listPullsOfHead(client, place.sha);
  return pulls.some(({ number, isFork }) => !isFork && number !== place.number);
}
function ownMarks({ place: { number, baseRef } }, state) {
  return number === null ? [] : [{ number, base: shortenBase(baseRef), state }];
}
function stateOf({ state }) {
  return state === "pending" ? "error" : state;
}
function describeOther({ number, base, state }) {
  return `pull request #${number} into ${base} has this head too: ${state === "pending" ? "no verdict yet" : state}`;
}
var lastWordWaitsMs = [5e3, 2e4, 6e4];
async function writeLast(board, ...word) {
  let refused = await write(board, ...word);
  for (const ms of lastWordWaitsMs) {
    if (refused === null) break;
    await board.client.timing.sleep(ms);
    refused = await write(board, ...word);
  }
  return refused;
}
async function write({ client, self, context, place, runUrl }, ...[state, sentence, marks]) {
  const description = renderMarked(sentence, marks);
  const result = await setStatus(client, { sha: place.sha, state, context, description, targetUrl: runUrl });
  if (result.status === "refused") return result.reason;
  self.learn(result.creator);
  return null;
}

// src/action/idle-event.ts
var nothingToDo = { outputs: { verdict: "pass" }, failure: null, problems: [] };
async function passIdleEvent(event, openClient2, inputs) {
  const pull = event.pullRequest;
  if (pull === null || !isPublished(inputs) || chooseSignal(event, inputs) === "job") return nothingToDo;
  const client = await openClient2();
  const self = createSelf(client, inputs.commentAuthor);
  const place = { ...pull, sha: pull.headSha };
  const context = nameSignals(inputs).verdict;
  return { ...nothingToDo, failure: await leaveStatus({ client, self, context, place, runUrl: event.runUrl }) };
}

// src/adapters/actions/inputs.ts
function createInputReader(env) {
  const problems = [];
  const text2 = (name) => {
    const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim();
    return value === void 0 || value === "" ? null : value;
  };
  const reject = (name, value, hint) => {
    problems.push(buildProblem(`The input \`${name}\` is ${quote(value)}.`, hint));
    return null;
  };
  const choice = (name, values) => {
    const value = text2(name);
    if (value === null) return null;
    return values.find((one2) => one2 === value) ?? reject(name, value, `Give one of: ${values.join(", ")}.`);
  };
  return {
    text: text2,
    choice,
    boolean: (name) => {
      const value = choice(name, ["true", "false"]);
      return value === null ? null : value === "true";
    },
    integer: (name, least, most) => {
      const value = text2(name);
      if (value === null) return null;
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      return reject(name, value, `Give a whole number from ${least} to ${most}.`);
    },
    matching: (name, pattern2, example) => {
      const value = text2(name);
      return value === null || pattern2.test(value) ? value : reject(name, value, `Give a value such as \`${example}\`.`);
    },
    checked: (name, findFault, hint) => {
      const value = text2(name);
      const fault = value === null ? null : findFault(value);
      if (fault === null) return value;
      problems.push(buildProblem(`The input \`${name}\` ${fault}.`, hint));
      return null;
    },
    demand: (message, hint) => problems.push(buildProblem(message, hint)),
    problems: () => problems
  };
}
function quote(value) {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}

// src/action/inputs.ts
function readInputs(env, modeNames) {
  const read = createInputReader(env);
  const inputs = {
    githubToken: read.text("github-token") ?? "",
    apiKey: read.text("api-key"),
    baseUrl: read.checked("base-url", findBaseUrlFault, baseUrlHint),
    config: read.text("config"),
    mode: read.choice("mode", modeNames),
    status: read.choice("status", ["job", "commit"]) ?? "job",
    pr: read.integer("pr", 1, 2 ** 31),
    headSha: read.matching("head-sha", /^[0-9a-f]{40}$/, "the 40 hex digits of a commit"),
    reason: read.text("reason"),
    fresh: read.boolean("fresh") ?? false,
    dryRun: read.boolean("dry-run") ?? false,
    noise: read.boolean("noise") ?? false,
    cases: read.integer("cases", 1, 1e6),
    onNoKey: read.choice("on-no-key", ["block", "warn"]) ?? "block",
    acceptOwn: read.boolean("accept-own") ?? false,
    baselineToken: read.text("baseline-token"),
    commentKey: read.matching("comment-key", /^[\w./-]{1,100}$/, "triage"),
    commentAuthor: read.matching("comment-author", /^[\w-]{1,60}(\[bot\])?$/, "my-app[bot]"),
    cachePath: read.text("cache-path"),
    reportPath: read.text("report-path") ?? "prompt-assay-report",
    reportUrl: read.matching("report-url", /^https:\/\/[\w.~:/-]{1,500}$/, "https://acme.github.io/shop/pr-12"),
    replay: read.text("replay"),
    candidateOutputs: read.text("candidate-outputs"),
    baselineOutputs: read.text("baseline-outputs")
  };
  demandOutputs(inputs, read);
  const problems = read.problems();
  return { inputs, fault: problems.length === 0 ? null : new UserError(problems) };
}
function demandOutputs({ mode, candidateOutputs, baselineOutputs }, read) {
  const given = candidateOutputs ?? baselineOutputs;
  if (mode === "outputs" && candidateOutputs === null) {
    const hint = 'Name the file that an earlier step wrote: lines of {"case", "sample", "output"}.';
    read.demand("The input `candidate-outputs` is missing.", hint);
  }
  if (mode !== "outputs" && given !== null) {
    read.demand("The inputs `candidate-outputs` and `baseline-outputs` are for mode: outputs.", "Set `mode: outputs`.");
  }
}

// src/adapters/github/comment.ts
var maxCreateTries = 3;
async function findComments(client, self, number, marker) {
  const { owner, repo } = client;
  const thing = `pull request #${number}`;
  const purpose = { action: `read the comments of ${thing}`, permission: "pull-requests: read", thing };
  const comments = await client.attempt(
    purpose,
    (octokit) => octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: 100 })
  );
  const marked = comments.filter((comment) => comment.body?.startsWith(marker));
  const login = marked.length === 0 ? "" : await self.login();
  const own = marked.filter((comment) => isWrittenBy(login, comment)).sort((a, b) => a.id - b.id);
  const others = marked.filter((comment) => !isWrittenBy(login, comment));
  return {
    own: own.map(({ id, body, html_url: url }) => ({ id, body: body ?? "", url })),
    strangers: [...new Set(others.map(({ user }) => user?.login ?? "ghost"))]
  };
}
var maxRecent = 100;
async function listRecentComments(client, self) {
  const { owner, repo } = client;
  const purpose = { action: "read recent comments", permission: "pull-requests: read", thing: `${owner}/${repo}` };
  const { data } = await client.attempt(
    purpose,
    ({ rest }) => rest.issues.listCommentsForRepo({ owner, repo, sort: "updated", direction: "desc", per_page: maxRecent })
  );
  const login = await self.login();
  const comments = data.filter((comment) => isWrittenBy(login, comment)).map(({ issue_url: url, body }) => ({ number: Number(url.split("/").at(-1)), body: body ?? "" }));
  return { comments, isWhole: data.length < maxRecent };
}
async function upsertComment(client, self, request) {
  try {
    const pull = await readPullRequest(client, request.number);
    if (pull.headSha !== request.headSha) {
      const [old, now] = [request.headSha, pull.headSha].map((sha) => sha.slice(0, 12));
      const moved = `pull request #${request.number} has moved on from ${old} to ${now}`;
      return { status: "stale", reason: `The comment was left alone: ${moved}.` };
    }
    return await publish(client, self, request);
  } catch (error2) {
    if (error2 instanceof ReportedError) return { status: "refused", reason: error2.message };
    throw error2;
  }
}
async function publish(client, self, request) {
  const { number, marker, render, create } = request;
  for (let tries = 1; ; tries += 1) {
    const { own } = await findComments(client, self, number, marker);
    if (own.length > 0) return { status: "updated", comment: await updateOldest(client, own, request) };
    if (!create) return { status: "absent" };
    try {
      const created = await createComment(client, self, render(null), number);
      const { own: all } = await findComments(client, self, number, marker);
      const isAlone = all.every(({ id }) => id === created.id);
      return { status: "created", comment: isAlone ? created : await updateOldest(client, all, request) };
    } catch (error2) {
      if (!(error2 instanceof GithubError && error2.isAmbiguous) || tries >= maxCreateTries) throw error2;
      await client.timing.sleep(2e3 * tries);
    }
  }
}
async function updateOldest(client, own, { render, number }) {
  const [oldest, ...others] = own;
  if (oldest === void 0) throw new Error("there is no comment to update");
  const updated = await updateComment(client, oldest, render(oldest.body), number);
  for (const other of others) await removeComment(client, other, number);
  return updated;
}
async function updateComment(client, comment, body, number) {
  if (comment.body === body) return comment;
  const { owner, repo } = client;
  await client.attempt(
    writePurpose("update", number),
    ({ rest }) => rest.issues.updateComment({ owner, repo, comment_id: comment.id, body })
  );
  return { ...comment, body };
}
async function createComment(client, self, body, number) {
  const { owner, repo } = client;
  const { data } = await client.attempt(
    writePurpose("post", number),
    ({ rest }) => rest.issues.createComment({ owner, repo, issue_number: number, body })
  );
  self.learn(data.user?.login ?? null);
  return { id: data.id, body, url: data.html_url };
}
async function removeComment(client, comment, number) {
  const { owner, repo } = client;
  try {
    await client.attempt(
      writePurpose("remove", number),
      ({ rest }) => rest.issues.deleteComment({ owner, repo, comment_id: comment.id })
    );
  } catch (error2) {
    if (!(error2 instanceof GithubError)) throw error2;
  }
}
function writePurpose(verb, number) {
  const thing = `pull request #${number}`;
  return { action: `${verb} the comment on ${thing}`, permission: "pull-requests: write", thing };
}

// src/adapters/github/pushed-commits.ts
var maxCommits = 50;
async function listPushedCommits(client, { tip, before, branch }) {
  const commits = [];
  let sha = tip;
  while (sha !== null && sha !== before && commits.length < maxCommits) {
    const { parents, date } = await readCommitFacts(client, sha);
    const [parent = null] = parents;
    commits.push({ sha, parent, date, pulls: await listMergedPulls(client, sha, branch) });
    sha = before === null ? null : parent;
  }
  return { commits, isWhole: before === null || sha === before };
}
async function listMergedPulls(client, commit, branch) {
  const { owner, repo } = client;
  const thing = `the pull requests of commit ${commit}`;
  const purpose = { action: `list ${thing}`, permission: "pull-requests: read", thing };
  const { data } = await client.attempt(
    purpose,
    ({ rest }) => rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit, per_page: 100 })
  );
  return data.filter(({ merged_at: mergedAt, base }) => mergedAt !== null && base.ref === branch).map(({ number, title, head, merge_commit_sha: mergeCommit }) => {
    return { number, title, headSha: head.sha, mergeCommit };
  });
}

// src/history/group-merges.ts
function groupMerges(commits) {
  const groups = [];
  for (const commit of commits) {
    const last = groups.at(-1);
    const own = commit.pulls.find(({ mergeCommit }) => mergeCommit === commit.sha) ?? null;
    const isBelow2 = own === null && last !== void 0 && belongsTo(commit, last.pull);
    if (isBelow2) last.oldest = commit;
    else groups.push({ pull: own, newest: commit, oldest: commit });
  }
  return groups.reverse().map(({ pull, newest, oldest }) => ({
    commit: newest.sha,
    base: oldest.parent,
    date: new Date(newest.date).toISOString(),
    pull: pull && { number: pull.number, title: pull.title, headSha: pull.headSha }
  }));
}
function belongsTo({ pulls }, pull) {
  return pull === null ? pulls.length === 0 : pulls.some(({ number }) => number === pull.number);
}

// src/history/describe-merge.ts
function describeSuites(touched, pull, judged) {
  const verdicts2 = judged?.verdicts ?? [];
  const ofHead = verdicts2.filter(({ head }) => head !== "" && pull?.headSha.startsWith(head) === true);
  const acceptance = judged?.acceptance ?? null;
  if (touched === null) {
    const newest = new Map([...ofHead].reverse().map((verdict) => [verdict.suite, verdict]));
    return [...newest.values()].map((verdict) => describe2(verdict, null, acceptance));
  }
  return touched.map(({ suite, key }) => {
    const same = verdicts2.find((verdict2) => verdict2.suite === suite && verdict2.key === key);
    const other = ofHead.find((verdict2) => verdict2.suite === suite);
    const verdict = same ?? other;
    return verdict === void 0 ? unjudged(suite, key) : describe2(verdict, same !== void 0, acceptance);
  });
}
function describe2(verdict, matches, acceptance) {
  const { suite, key, title, head, grounds, evidence = null } = verdict;
  const given = grounds.filter((ground) => ground.blocks && acceptance?.covers(ground) === true);
  return {
    ...{ suite, verdict: verdict.verdict, title, key, head, matches, evidence },
    green: isGreenFor(acceptance, grounds),
    accepted: acceptance === null || given.length === 0 ? null : { by: acceptance.by, grounds: given.map(withoutWeight) }
  };
}
function withoutWeight({ kind, suite, prompt, subject, verdict }) {
  return { kind, suite, prompt, subject, verdict };
}
function unjudged(suite, key) {
  return {
    ...{ suite, verdict: null, title: null, key, head: null, matches: null },
    ...{ green: false, accepted: null, evidence: null }
  };
}

// src/pipeline/keep-merges.ts
async function keepMerges(world, request) {
  const { tree, changes, dryRun } = request;
  const { baselines: store } = world;
  if (store === null) throw UserError.of("There is no place to keep a history.", "Run this inside a git repository.");
  const { config, broken } = await readOwnConfig(world.repository, tree, request.configPath);
  if (broken !== null) throw broken;
  const { branch } = (config ?? builtInConfig).baseline;
  const merges = [];
  const notes = [];
  for (const change of changes) {
    const told = await tellChange(world, request, change);
    merges.push(...told.merges);
    notes.push(...told.notes.map(closeSentence));
  }
  const lines = merges.map(renderMergeLine).join("");
  const tip = lines === "" || dryRun ? null : await store.write(branch, /* @__PURE__ */ new Map(), describeCommit(merges), /* @__PURE__ */ new Map([[mergesPath, lines]]));
  return { ...decideWork([]), ...buildResult(noCalls, []), commit: tree.commit, branch, tip, merges, notes };
}
async function tellChange(world, request, change) {
  const name = nameChange(change);
  const merges = [];
  const notes = [];
  for (const way of request.ways) {
    const heard = change.pull === null ? null : await request.hear(change.pull, way);
    if (way.outputs === "supplied" && (heard === null || heard.verdicts.length === 0)) continue;
    const { touched, fault } = await findTouched(world, request, change, way);
    const suites = describeSuites(touched, change.pull, heard);
    if (fault !== null) notes.push(`${name}: whether main is what was judged is not known: ${fault}`);
    if (suites.length > 0) merges.push(buildMerge(request, change, way, suites));
    if (suites.length > 0 && (heard === null || heard.note !== null)) {
      notes.push(`${name} was not judged: ${heard?.note ?? "it came without a pull request"}`);
    }
  }
  if (merges.length === 0 && notes.length === 0) notes.push(`${name} touches nothing that is gated`);
  return { merges, notes };
}
function nameChange({ commit, pull }) {
  return `${pull === null ? "" : `#${pull.number}, `}commit ${commit.slice(0, 12)}`;
}
async function findTouched(world, { configPath }, { base, commit }, { outputs: outputs2 }) {
  const [before, after] = await Promise.all([
    base === null ? emptyTree : world.repository.readTree(base),
    world.repository.readTree(commit)
  ]);
  const origin = outputs2 === "drawn" ? askedModels : suppliedToNobody;
  const sides = { base: { label: "main", tree: before }, candidate: { label: "main", tree: after } };
  const rest = { decidingTree: before, defaultTree: before, configPath, namesEndpoint: true };
  try {
    const { selections } = await origin.selectChange(world, { ...sides, ...rest });
    const affected = selections.filter((selection) => selection.affected);
    return {
      touched: affected.map(({ suite, contentKey }) => ({ suite: suite.name, key: shortenKey(contentKey) })),
      fault: null
    };
  } catch (error2) {
    if (!(error2 instanceof UserError)) throw error2;
    return { touched: null, fault: error2.message };
  }
}
var emptyTree = { commit: "", entries: /* @__PURE__ */ new Map() };
var suppliedToNobody = createSuppliedOrigin({ candidate: null, baseline: null }, { candidate: [], baseline: [] });
function buildMerge({ urlOf }, { commit, date, pull }, { config }, suites) {
  const named = pull && { number: pull.number, title: pull.title, url: urlOf(pull) };
  return { commit, date, config, pull: named, head: pull?.headSha ?? null, suites, toolVersion };
}
function describeCommit(merges) {
  const pulls = [...new Set(merges.flatMap(({ pull }) => pull === null ? [] : [`#${pull.number}`]))];
  const commits = count(new Set(merges.map(({ commit }) => commit)).size, "change");
  return `History of ${commits} of main${pulls.length === 0 ? "" : ` (${pulls.slice(0, 10).join(", ")})`}`;
}

// src/select/trivial-merge.ts
function isTrivialMerge({ base, ours, theirs, merged }) {
  const paths = new Set([base, ours, theirs, merged].flatMap((tree) => [...tree.entries.keys()]));
  return [...paths].every((path6) => {
    const [before, own, other, after] = [base, ours, theirs, merged].map((tree) => identify(tree.entries.get(path6)));
    const expected = own === other || other === before ? own : own === before ? other : null;
    return expected !== null && after === expected;
  });
}
function identify(entry) {
  return entry === void 0 ? "absent" : `${entry.mode} ${entry.hash}`;
}

// src/action/base-merge.ts
var longestWalk = 5;
async function* walkBaseMerges(client, repository, head, baseRef) {
  let commit = head;
  for (let steps = 0; commit !== null && steps < longestWalk; steps += 1) {
    yield commit;
    commit = await readMergedHead(client, repository, commit, baseRef);
  }
}
async function readMergedHead(client, repository, commit, baseRef) {
  const [first, second, ...others] = await readParents(client, commit);
  if (first === void 0 || second === void 0 || others.length > 0) return null;
  if (!await isOnBranch(client, second, baseRef)) return null;
  const commits = [await readMergeBase(client, first, second), first, second, commit];
  const [base, ours, theirs, merged] = await Promise.all(commits.map((one2) => repository.readTree(one2)));
  if (!base || !ours || !theirs || !merged) throw new Error("a tree is missing");
  return isTrivialMerge({ base, ours, theirs, merged }) ? first : null;
}

// src/action/grants.ts
var maxBase2 = 20;
var pattern = /^(\w+)(?: by @([\w-]+(?:\[bot\])?))?: .*\[([0-9a-f]{16})(?: ([0-9a-f]{20}))?\]$/;
function digestGrounds(grounds) {
  return contentHash(grounds.map((ground) => `${ground.verdict} ${keyOfGround(ground)}`).sort()).slice(0, 20);
}
async function readGrant(client, self, sha, context, place) {
  const statuses = await readStatuses(client, sha, context);
  if (statuses.length === 0) return null;
  const login = await self.login();
  for (const { creator, state, description } of statuses) {
    const [, , by, where, digest] = creator === login ? pattern.exec(description) ?? [] : [];
    if (where !== hashPlace(place)) continue;
    return state === "success" && by !== void 0 ? { by, digest: digest ?? null } : "withdrawn";
  }
  return null;
}
async function writeGrant(client, self, sha, context, place, grant) {
  const verb = grant === null ? "withdrawn" : `${grant.digest === null ? "approved" : "accepted"} by @${grant.by}`;
  const base = place.baseRef.length <= maxBase2 ? place.baseRef : `${place.baseRef.slice(0, maxBase2 - 1)}…`;
  const digests = [hashPlace(place), ...grant?.digest ? [grant.digest] : []].join(" ");
  const description = `${verb}: #${place.number} into ${base} [${digests}]`;
  const state = grant === null ? "error" : "success";
  const result = await setStatus(client, { sha, state, context, description, targetUrl: null });
  if (result.status === "refused") return result.reason;
  self.learn(result.creator);
  return null;
}
function hashPlace({ number, baseRef }) {
  return contentHash([number, baseRef]).slice(0, 16);
}

// src/action/approvals.ts
var acceptLabel = "prompt-assay:accept";
var evaluateLabel = "prompt-assay:evaluate";
var settleLabel = "prompt-assay:settle";
var noWords = {
  ...{ acceptance: null, accepted: null, isLabelled: false, blockedCalls: null, settles: null }
};
function keepSilent({ accepted }) {
  return { ...noWords, accepted };
}
async function hearPeople(audience) {
  const labels = new Set(audience.pull.labels);
  const accepted = labels.has(acceptLabel) ? await hearAcceptance(audience) : null;
  if (!labels.has(acceptLabel)) await noteWithdrawal(audience, acceptLabel, audience.names.acceptance);
  return {
    acceptance: accepted === null ? null : acceptGrounds(`@${accepted.by}`, accepted.grounds),
    accepted: accepted ?? audience.record.accepted,
    isLabelled: labels.has(acceptLabel),
    blockedCalls: await explainBlock(audience, labels.has(evaluateLabel)),
    settles: await asksToSettle(audience) ? "recorded-verdict" : null
  };
}
function isSetting({ event, pull }, label) {
  const isThis = event.label === label && event.pullRequest?.headSha === pull.headSha;
  return isThis && event.action === "labeled" && event.sender !== null && event.runAttempt === 1;
}
async function noteWithdrawal(audience, label, context) {
  const { client, self, event, pull, mayWrite, log } = audience;
  if (event.label !== label || event.action !== "unlabeled" || !mayWrite) return;
  const refused = await writeGrant(client, self, pull.headSha, context, pull, null);
  if (refused !== null) log.warn(refused);
}
async function hearAcceptance(audience) {
  if (isSetting(audience, acceptLabel)) return accept(audience);
  const { record, pull, inputs, names } = audience;
  const { accepted } = record;
  if (accepted === null || accepted.base !== pull.baseRef) return null;
  const grant = await findGrant(audience, names.acceptance);
  if (grant?.digest !== digestGrounds(accepted.grounds) || grant.by !== accepted.by) return null;
  return await mayGrant(audience, acceptLabel, grant.by, inputs.acceptOwn) ? accepted : null;
}
async function accept(audience) {
  const { event, record, pull, inputs, names, log } = audience;
  const by = event.sender ?? "";
  if (!await mayGrant(audience, acceptLabel, by, inputs.acceptOwn)) return null;
  const { shown } = record;
  const grounds = shown?.head === pull.headSha && shown.base === pull.baseRef ? shown.grounds : [];
  const blocking = grounds.filter((ground) => ground.blocks);
  if (blocking.length === 0) {
    log.warn(`The label ${acceptLabel} covers nothing: this head has no red verdict yet.`);
    return null;
  }
  await keep(audience, acceptLabel, names.acceptance, { by, digest: digestGrounds(blocking) });
  return { by, head: pull.headSha, base: pull.baseRef, grounds: blocking };
}
async function asksToSettle(audience) {
  const { event, pull, log } = audience;
  if (event.label !== settleLabel || event.action !== "labeled") return false;
  if (isSetting(audience, settleLabel) && pull.labels.includes(settleLabel)) {
    return mayGrant(audience, settleLabel, event.sender ?? "", true);
  }
  log.warn(
    `The label ${settleLabel} counts for the event that sets it, at its first attempt: take it off and set it again.`
  );
  return false;
}
async function explainBlock(audience, isLabelled) {
  const { event, inputs, pull } = audience;
  if (!isLabelled) await noteWithdrawal(audience, evaluateLabel, approvalContext);
  const isDispatch = event.name === "workflow_dispatch" || event.name === "repository_dispatch";
  if (!pull.isFork || event.mergeGroup !== null || isDispatch && inputs.headSha !== null) return null;
  if (isLabelled && await isApproved(audience)) return null;
  const again = isLabelled ? " The label that is there was set for another head: take it off and set it again." : "";
  return `This is a fork's pull request: someone with write permission has to set the label ${evaluateLabel} on ${pull.headSha.slice(0, 12)} first, or to name that commit as head-sha.${again}`;
}
async function isApproved(audience) {
  const { event } = audience;
  if (isSetting(audience, evaluateLabel)) {
    const by = event.sender ?? "";
    if (!await mayGrant(audience, evaluateLabel, by, false)) return false;
    await keep(audience, evaluateLabel, approvalContext, { by, digest: null });
    return true;
  }
  const grant = await findGrant(audience, approvalContext);
  return grant !== null && await mayGrant(audience, evaluateLabel, grant.by, false);
}
async function findGrant({ client, self, repository, pull, log }, context) {
  try {
    for await (const sha of walkBaseMerges(client, repository, pull.headSha, pull.baseRef)) {
      const grant = await readGrant(client, self, sha, context, pull);
      if (grant !== null) return grant === "withdrawn" ? null : grant;
    }
  } catch (error2) {
    if (!(error2 instanceof ReportedError)) throw error2;
    log.info(`Nobody's word is known about ${pull.headSha.slice(0, 12)}: ${error2.message}`);
  }
  return null;
}
async function mayGrant(audience, label, login, allowOwn) {
  const { client, pull, log } = audience;
  const refuse = (why3) => log.warn(`The label ${label} does not count: ${why3}`);
  if (!allowOwn && login === pull.author) {
    refuse(`@${login} is the author of this pull request.`);
    return false;
  }
  try {
    if (await hasWritePermission(client, login)) return true;
    refuse(`@${login} has no write permission.`);
  } catch (error2) {
    if (!(error2 instanceof ReportedError)) throw error2;
    refuse(error2.message);
  }
  return false;
}
async function keep(audience, label, context, grant) {
  const { client, self, pull, mayWrite, log } = audience;
  const refused = mayWrite ? await writeGrant(client, self, pull.headSha, context, pull, grant) : "another pull request of this repository has the same head.";
  if (refused !== null) log.warn(`The label ${label} counts for this run only: ${refused}`);
}

// src/action/asked-lines.ts
var maxCharacters = 4e3;
var fewContents = 5;
function renderAsked(asked) {
  const digits = asked[0]?.contents[0]?.length ?? 1;
  const kept = Math.max(fewContents, Math.floor(maxCharacters / asked.length / (digits + '"",'.length)));
  return asked.map(({ suite, rows, count: count2, contents }) => [suite, rows, count2, ...contents.slice(0, kept)]);
}
function parseAsked(record) {
  if (!isJsonObject(record) || !Array.isArray(record.asked)) return [];
  const lines = record.asked;
  return lines.flatMap((line) => {
    if (!Array.isArray(line)) return [];
    const [suite, rows, count2, ...contents] = line;
    if (typeof suite !== "string" || typeof rows !== "string") return [];
    if (typeof count2 !== "number" || !Number.isSafeInteger(count2) || count2 < 1) return [];
    return [{ suite, rows, count: count2, contents: contents.filter((one2) => typeof one2 === "string") }];
  });
}

// src/action/broken-lines.ts
var maxCharacters2 = 2e3;
function renderBroken(broken) {
  if (broken === null) return null;
  const { head, prompts } = broken;
  const lines = prompts.map(({ suite, content, basis, cases }) => [suite, content, `${basis}${cases.join("")}`]);
  return JSON.stringify(lines).length > maxCharacters2 ? null : { head, prompts: lines };
}
function parseBroken(value) {
  if (!isJsonObject(value) || !Array.isArray(value.prompts) || typeof value.head !== "string") return null;
  const lines = value.prompts;
  const prompts = lines.flatMap((line) => parsePrompt(line) ?? []);
  return prompts.length === lines.length ? { head: value.head, prompts } : null;
}
function parsePrompt(line) {
  if (!Array.isArray(line)) return null;
  const [suite, content, digests] = line;
  if (typeof suite !== "string" || typeof content !== "string" || typeof digests !== "string") return null;
  const rest = digests.slice(basisDigits);
  if (!/^[0-9a-f]*$/.test(digests) || rest.length % caseDigits !== 0) return null;
  const cases = rest.match(new RegExp(`.{${caseDigits}}`, "g")) ?? [];
  return { suite, content, basis: digests.slice(0, basisDigits), cases };
}

// src/action/record-lines.ts
var kinds = [
  ...["comparison", "threshold", "expense", "rows", "answer-key", "prompt", "unjudged"]
];
var groundVerdicts = ["fail", "inconclusive", "invalid"];
var verdicts = ["pass", "fail", "inconclusive"];
var maxTitle = 120;
var headDigits = 12;
function renderGrounds(grounds) {
  return grounds.map(({ kind, suite, prompt, subject, verdict, blocks = true }) => [
    ...[kind, suite, prompt, subject, verdict],
    blocks
  ]);
}
function parseGrounds(value) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((line) => parseGround(line) ?? []);
}
function parseGround(line) {
  if (!Array.isArray(line)) return null;
  const kind = kinds.find((one2) => one2 === line[0]);
  const verdict = groundVerdicts.find((one2) => one2 === line[4]);
  if (kind === void 0 || verdict === void 0) return null;
  const [suite, prompt, subject] = line.slice(1, 4).map((part) => typeof part === "string" ? part : null);
  return {
    kind,
    suite: suite ?? null,
    prompt: prompt ?? null,
    subject: subject ?? null,
    verdict,
    blocks: line[5] !== false
  };
}
function renderVerdict(recorded, evidence) {
  const { suite, key, verdict, title, head, attempts, grounds, evidence: own, ...more } = recorded;
  const short = { title: cutText(title, maxTitle), head: head.slice(0, headDigits), grounds: renderGrounds(grounds) };
  return {
    suite,
    key,
    verdict,
    attempts,
    ...short,
    ...more,
    ...own !== void 0 && { evidence: evidence.indexOf(own) }
  };
}
function parseVerdict(line, known) {
  if (!isJsonObject(line)) return null;
  const { suite, key, title, head, attempts, look, open: open2, settled, evidence } = line;
  const verdict = verdicts.find((one2) => one2 === line.verdict);
  if (typeof suite !== "string" || typeof key !== "string" || verdict === void 0) return null;
  if (typeof title !== "string" || typeof head !== "string" || typeof attempts !== "number") return null;
  const hash = typeof evidence === "number" ? known[evidence] : void 0;
  const more = {
    ...typeof look === "string" && { look },
    ...typeof open2 === "string" && { open: open2 },
    ...settled === true && { settled },
    ...typeof hash === "string" && { evidence: hash }
  };
  return { suite, key, verdict, title, head, attempts, grounds: parseGrounds(line.grounds), ...more };
}

// src/action/record.ts
var emptyRecord = {
  ...{ shown: null, verdicts: [], accepted: null, asked: [], screens: [], broken: null }
};
var maxVerdicts = 20;
var maxCharacters3 = 4096;
var format = 2;
function parseCommentRecord(value) {
  if (!isJsonObject(value) || value.format !== format) return emptyRecord;
  const { shown, verdicts: verdicts2, accepted, evidence } = value;
  const known = Array.isArray(evidence) ? evidence : [];
  return {
    shown: parseShown(shown),
    verdicts: Array.isArray(verdicts2) ? verdicts2.flatMap((line) => parseVerdict(line, known) ?? []) : [],
    accepted: parseAccepted(accepted),
    asked: parseAsked(value),
    screens: parseScreenUses(value),
    broken: parseBroken(value.broken)
  };
}
function renderCommentRecord(record, kept) {
  const { shown, verdicts: verdicts2, accepted, asked, screens, broken } = record;
  const left = verdicts2.slice(0, Math.max(maxVerdicts, kept));
  const evidence = [...new Set(left.flatMap((one2) => one2.evidence ?? []))];
  const lines = left.map((one2) => renderVerdict(one2, evidence));
  while (lines.length > kept && JSON.stringify(lines).length > maxCharacters3) lines.pop();
  return {
    format,
    shown: shown && { ...shown, grounds: renderGrounds(shown.grounds) },
    verdicts: lines,
    evidence,
    accepted: accepted && { ...accepted, grounds: renderGrounds(accepted.grounds) },
    asked: renderAsked(asked),
    screens: screens.map((use) => ({ ...use })),
    broken: renderBroken(broken)
  };
}
function identifyQuestion({ verdict, contentKeys }) {
  const isJudged = verdict !== "invalid" && Object.keys(contentKeys).length > 0;
  return isJudged ? contentHash(contentKeys).slice(0, 24) : null;
}
function extendRecord(earlier, result, { head, base, accepted }) {
  const { report, isIdle, isRepublished } = result;
  const fresh = isRepublished ? [] : describeVerdicts(result, head, earlier.verdicts);
  const isSame = (one2, other) => one2.suite === other.suite && one2.key === other.key;
  return {
    shown: isIdle ? null : { head, base, question: identifyQuestion(report), grounds: report.grounds },
    verdicts: [...fresh, ...earlier.verdicts.filter((one2) => !fresh.some((other) => isSame(one2, other)))],
    accepted,
    asked: extendAsked(earlier.asked, report, fresh),
    screens: report.screenUses.length > 0 ? report.screenUses : earlier.screens,
    broken: extendBroken(earlier.broken, result, head)
  };
}
function extendBroken(earlier, { report, plans, isIdle, isRepublished }, head) {
  if (isIdle || report.verdict === "invalid") return earlier;
  const own = isRepublished ? [] : listBroken(report, plans);
  if (own === null) return null;
  const ran = new Set(own.map(({ suite }) => suite));
  const standing = (earlier?.prompts ?? []).filter(
    ({ suite, content }) => !ran.has(suite) && digestContent(report.contentKeys[suite] ?? "") === content
  );
  const prompts = [...own, ...standing];
  return prompts.length === 0 ? null : { head, prompts };
}
function extendAsked(earlier, { asked, suites }, fresh) {
  const names = new Set(suites.map(({ name }) => name));
  const questions = fresh.flatMap(({ suite, key }) => {
    const rows = asked.find((one2) => one2.suite === suite)?.rows;
    return rows === void 0 ? [] : [{ suite, rows, content: digestContent(key) }];
  });
  return questions.reduce((before, question) => addQuestion(before, question, names), earlier);
}
function describeVerdicts(result, head, known) {
  const { report } = result;
  const ran = report.suites.filter(({ status }) => status === "run");
  const evidence = hashScores(result);
  return ran.flatMap(({ name: suite, verdict: own }) => {
    const contentKey = report.contentKeys[suite];
    const grounds = report.grounds.filter((ground) => ground.suite === suite || ground.suite === null);
    const verdict = own ?? "pass";
    if (contentKey === void 0 || verdict === "invalid") return [];
    const key = shortenKey(contentKey);
    const before = known.find((one2) => one2.suite === suite && one2.key === key);
    const attempts = before?.attempts ?? 0;
    const metric = report.metrics.find((one2) => one2.suite === suite && one2.gates && one2.verdict === verdict);
    const title = verdict === report.verdict ? report.title : metric?.sentence ?? `${suite}: ${verdict}`;
    const looks = describeLooks(result, suite, before);
    return [{ suite, key, verdict, title, head, attempts: attempts + 1, grounds, evidence, ...looks }];
  });
}
function describeLooks({ looks, open: open2, ledger }, suite, before) {
  const look = looks.get(suite);
  const wanted = look === void 0 ? {} : { look };
  const isSpent = look === void 0 && ledger.hasBegun("settle");
  if (isSpent || before?.settled === true) return { ...wanted, settled: true };
  const seen = open2.get(suite) ?? (look === void 0 ? void 0 : before?.open);
  return seen === void 0 ? wanted : { ...wanted, open: seen };
}
function parseShown(value) {
  if (!isJsonObject(value)) return null;
  const { head, base, question } = value;
  if (typeof head !== "string" || typeof base !== "string") return null;
  return { head, base, question: typeof question === "string" ? question : null, grounds: parseGrounds(value.grounds) };
}
function parseAccepted(value) {
  if (!isJsonObject(value)) return null;
  const { by, head, base } = value;
  if (typeof by !== "string" || typeof head !== "string" || typeof base !== "string") return null;
  return { by, head, base, grounds: parseGrounds(value.grounds).map(({ blocks: _blocks, ...ground }) => ground) };
}
function parseScreenUses(value) {
  if (!isJsonObject(value) || !Array.isArray(value.screens)) return [];
  const screens = value.screens;
  return screens.flatMap((screen) => {
    if (!isJsonObject(screen) || typeof screen.baseline !== "string") return [];
    const outcome = screen.outcome === "fresh" ? "fresh" : "stored";
    return [{ baseline: screen.baseline, outcome }];
  });
}

// src/action/write-out.ts
async function showSummary(markdown, runner) {
  await tryTo("write the job summary", runner, () => writeSummary(`${markdown}
`, runner.env));
}
async function storeResults(folder, files, runner) {
  await tryTo("write the result files", runner, () => writeResults(folder, files));
}
function listOutputs({ verdict, costUsd, calls }, folder) {
  return {
    verdict,
    "report-path": folder,
    "results-path": `${folder}/results.json`,
    "cost-usd": costUsd === null ? "" : String(costUsd),
    calls: String(calls)
  };
}
async function tryTo(what, { log }, work) {
  try {
    return await work();
  } catch (error2) {
    log.warn(`Could not ${what}: ${asError(error2).message}`);
    return null;
  }
}

// src/action/keep-history.ts
async function keepHistory(tree, scene) {
  const { event, client, world, inputs, runner } = scene;
  const branch = event.defaultBranch ?? await readDefaultBranch(client);
  const pushed = await listPushedCommits(client, { tip: event.sha, before: event.before, branch });
  const self = createSelf(client, inputs.commentAuthor);
  const report = await keepMerges(world, {
    tree,
    configPath: inputs.config,
    changes: groupMerges(pushed.commits),
    ways: listWays(scene),
    urlOf: ({ number }) => event.repositoryUrl === null ? null : `${event.repositoryUrl}/pull/${number}`,
    hear: (pull, way) => hearComment(scene, self, pull, way),
    dryRun: inputs.dryRun
  });
  for (const note2 of report.notes) runner.log.info(note2);
  if (pushed.isWhole) return report;
  const note = `Only the newest ${pushed.commits.length} commits of this push were looked at.`;
  runner.log.info(note);
  return { ...report, notes: [...report.notes, note] };
}
function listWays({ inputs }) {
  const keyOf = (mode) => nameSignals({ ...inputs, mode }).commentKey;
  const [drawn, supplied] = [keyOf(null), keyOf("outputs")];
  const own = { config: drawn, outputs: "drawn" };
  return supplied === drawn ? [own] : [own, { config: supplied, outputs: "supplied" }];
}
async function hearComment(scene, self, pull, way) {
  const { own, strangers } = await findComments(scene.client, self, pull.number, renderMarker(way.config));
  const silent = { verdicts: [], acceptance: null };
  const [comment] = own;
  if (comment === void 0) {
    const others = strangers.length === 0 ? "" : `, and that of @${strangers.join(", @")} counts for nothing`;
    return { ...silent, note: `it has no comment of ours${others}` };
  }
  const record = parseCommentRecord(parseRecord(comment.body));
  if (record === emptyRecord) return { ...silent, note: "the record in our comment cannot be read" };
  const acceptance = record.accepted === null ? null : await hearAcceptance2(scene, self, pull, way, record);
  return { verdicts: record.verdicts, acceptance, note: null };
}
async function hearAcceptance2({ client, event, inputs, world: { repository }, runner: { log } }, self, merged, way, record) {
  const names = nameSignals({ ...inputs, mode: way.outputs === "supplied" ? "outputs" : null });
  const now = await readPullRequest(client, merged.number);
  const pull = { ...now, headSha: merged.headSha, isFork: false };
  const place = { client, self, repository, event, inputs, names, pull, record, log, mayWrite: false };
  return (await hearPeople(place)).acceptance;
}
async function storeHistory({ client, world, inputs, runner }, branch) {
  await tryTo("make the page of the history", runner, async () => {
    const tip = await findTip(client, branch);
    if (tip === null) return;
    const { renderHistoryFiles } = await import("./chunks/report.history.files.js");
    const files = renderHistoryFiles(await readHistory(world.repository, { branch, commit: tip }));
    const below = [...files].map(([name, text2]) => [`history/${name}`, text2]);
    await storeResults(inputs.reportPath, new Map(below), runner);
  });
}

// src/action/tell-of-commit.ts
function tellOfCommit(tell) {
  return async (scene) => {
    const { event, world, runner } = scene;
    const { reportPath } = scene.inputs;
    const { document, summary: summary2, files } = await tell(await world.repository.readTree(event.sha), scene);
    const { green, errors } = document;
    await showSummary(summary2, runner);
    await storeResults(reportPath, /* @__PURE__ */ new Map([["results.json", renderJsonLine(document)]]), runner);
    if (files.size > 0) await writeResults(reportPath, files);
    return {
      outputs: listOutputs(document, reportPath),
      failure: green ? null : errors.map(renderProblem).join("\n"),
      problems: errors
    };
  };
}

// src/report/history/merges-text.ts
function renderMergesSummary({ merges, notes, tip, branch }) {
  const where = tip === null ? "nothing was written" : `kept on ${branch} at ${tip.slice(0, 12)}`;
  return [`**History**: ${escapeInline(where)}`, [...merges.flatMap(listSuites), ...notes.map(item)].join("\n")].filter((part) => part !== "").join("\n\n");
}
function listSuites(merge) {
  return merge.suites.map((suite) => item(`${nameMerge(merge)}: ${describeMerged(suite)}`));
}
var item = (text2) => `- ${escapeInline(text2)}`;

// src/action/modes/history.ts
var history = {
  name: "history",
  events: {
    push: ({ onDefaultBranch }) => onDefaultBranch ? "the verdict of what was merged is kept" : null
  },
  place: "default branch",
  permissions: { contents: "write", "pull-requests": "read", statuses: "read" },
  run: async (scene) => {
    try {
      return await keep2(scene);
    } catch (error2) {
      if (scene.inputs.mode !== null || !(error2 instanceof ReportedError)) throw error2;
      sayUnkept(error2, scene);
      return { outputs: { verdict: "pass" }, failure: null, problems: [] };
    }
  }
};
var keep2 = tellOfCommit(async (tree, scene) => {
  const document = await keepHistory(tree, scene);
  await storeHistory(scene, document.branch);
  return { document, summary: renderMergesSummary(document), files: /* @__PURE__ */ new Map() };
});
async function keepHistoryBeside(tree, scene) {
  try {
    await keepHistory(tree, scene);
  } catch (error2) {
    if (!(error2 instanceof ReportedError)) throw error2;
    sayUnkept(error2, scene);
  }
}
function sayUnkept(error2, { runner: { log } }) {
  const isForbidden = error2 instanceof GithubError && (error2.status === 403 || error2.status === 404);
  const line = `No history is kept of what was merged: ${error2.message}`;
  if (isForbidden) {
    const needed = Object.entries(history.permissions).map(([name, access2]) => `${name}: ${access2}`);
    log.info(`${line} It takes the permissions ${needed.join(", ")}.`);
  } else log.warn(line);
}

// src/action/modes/baseline.ts
var why = "the default branch is re-baselined";
var baseline = {
  name: "baseline",
  events: {
    schedule: () => why,
    workflow_dispatch: ({ onDefaultBranch, namesPullRequest }) => onDefaultBranch && !namesPullRequest ? why : null
  },
  place: "default branch",
  permissions: { contents: "write" },
  run: keepBaseline(() => askedModels)
};
function keepBaseline(open2) {
  return tellOfCommit(async (tree, scene) => {
    const isPush = scene.event.name === "push";
    if (isPush) await keepHistoryBeside(tree, scene);
    const document = await rebaselineCommit(tree, scene, open2(scene));
    if (isPush) await storeHistory(scene, document.branch);
    scene.runner.log.info(`${describeCost(document)}.`);
    return { document, summary: renderBaselineSummary(document), files: /* @__PURE__ */ new Map() };
  });
}
function rebaselineCommit(tree, scene, origin) {
  const { event, world, inputs, runner } = scene;
  const baselines = world.baselines && keepRefused(world.baselines, scene);
  return rebaseline(
    { ...world, baselines },
    {
      tree,
      label: event.defaultBranch ?? "the default branch",
      configPath: inputs.config,
      reason: inputs.reason,
      who: runner.env.GITHUB_TRIGGERING_ACTOR ?? runner.env.GITHUB_ACTOR ?? null,
      onlyChanged: event.name === "push",
      fresh: inputs.fresh,
      dryRun: inputs.dryRun,
      noise: inputs.noise
    },
    origin
  );
}
function keepRefused(store, { inputs: { reportPath }, runner }) {
  return {
    ...store,
    requireWritable: async (branch) => {
      const what = "open the report folder, where a refused baseline would be kept";
      await tryTo(what, runner, () => requireResultFolder(reportPath));
      return store.requireWritable(branch);
    },
    write: async (branch, folders, ...more) => {
      try {
        return await store.write(branch, folders, ...more);
      } catch (error2) {
        const files = [...folders].flatMap(
          ([folder, content]) => [...content].map(([name, text2]) => [`baseline/${folder}/${name}`, text2])
        );
        await storeResults(reportPath, new Map(files), runner);
        runner.log.warn(`The baseline is not on \`${branch}\`; it is kept in ${reportPath}/baseline.`);
        throw error2;
      }
    }
  };
}

// src/pipeline/recalibrate.ts
async function recalibrate(world, request) {
  const { config, broken } = await readOwnConfig(world.repository, request.tree, request.configPath);
  if (broken !== null) throw broken;
  const found = config === null ? [] : listCalibrated(config);
  if (found.length === 0) {
    throw UserError.of("No judge has labels.", 'Name a label file under "calibration" of a judge in prompt-assay.yml.');
  }
  const ledger = createLedger(world.openSpool());
  const files = /* @__PURE__ */ new Map();
  const judges = [];
  const errors = [];
  for (const one2 of found) {
    try {
      const { judge: judge2, text: text2 } = await recalibrateJudge(world, request, one2, ledger);
      judges.push(judge2);
      files.set(judge2.path, text2);
    } catch (error2) {
      if (!(error2 instanceof ReportedError)) throw error2;
      errors.push(...error2.problems);
      judges.push({ suite: one2.suite, judge: one2.judge.name, path: one2.path, before: "unbound", result: null });
    }
  }
  const { commit } = request.tree;
  return { report: { ...decideWork(errors), ...buildResult(ledger.calls(), errors), commit, judges }, files };
}
function listCalibrated(config) {
  return config.suites.flatMap(
    (suite) => suite.metrics.flatMap(
      (metric) => metric.kind === "judge" && metric.calibration !== null ? [{ suite: suite.name, judge: metric, path: metric.calibration }] : []
    )
  );
}
async function recalibrateJudge(world, { tree, configPath, fresh }, { suite, judge: judge2, path: path6 }, ledger) {
  const name = { suite, judge: judge2.name };
  const files = await readFiles(world.repository, tree, [path6], maxDatasetBytes);
  const found = await findJudge(world.repository, tree, configPath, name);
  const lines = [...files.values()].flatMap((file) => parseLabelLines(file, "open").lines);
  const isOpen = lines.some(({ record }) => record.judge === void 0);
  const before = isOpen ? "unbound" : readCalibration(found.judge, found.identity, files)?.state ?? "unbound";
  const labels = files.get(path6);
  const anew = lines.every(
    ({ record: { output, A, B } }) => output !== void 0 || A !== void 0 && B !== void 0
  );
  const parts = { tree, configPath, name, labels, kind: null, out: null, anew, fresh, ledger };
  const { result, retest, text: text2 } = await calibrateVersion(world, parts);
  return { judge: { ...name, path: path6, before, result: { ...result, retest } }, text: text2 };
}

// src/report/recalibration-text.ts
var header = ["judge", "may now", "by the committed file", "κ", "bad outputs found", "labels"];
function renderRecalibrationSummary(report) {
  const { judges, errors } = report;
  return [
    `**Judges of \`${report.commit.slice(0, 12)}\` asked anew about what people labelled**`,
    ...renderMistakes(errors),
    markdownTable([header, ...judges.map(renderRow)]),
    ...judges.flatMap(renderReasons),
    `To keep what was found, commit the files of the report folder in place of those that the config names under \`calibration\`. ${describeCost(report)}`
  ].join("\n\n");
}
function renderRow({ suite, judge: judge2, before, result }) {
  const name = escapeInline(cutText(`${suite} / ${judge2}`, 160));
  if (result === null) return [name, "⛔ not known", before, "–", "–", "–"];
  const { state, kappa, specificity, items } = result;
  const sign = { gate: "✅", report: "⚠️", refuse: "❌" }[state];
  return [name, `${sign} ${state}`, before, formatScore(kappa, false), formatScore(specificity, true), String(items)];
}
function renderReasons({ judge: judge2, path: path6, result }) {
  if (result === null || result.reasons.length === 0) return [];
  const reasons = result.reasons.map((reason) => `- ${escapeInline(reason)}`);
  return [`${escapeInline(cutText(judge2, 80))} (${renderCode(cutText(path6, 160))}):

${reasons.join("\n")}`];
}

// src/action/modes/calibrate.ts
var calibrate = {
  name: "calibrate",
  events: {},
  place: "default branch",
  permissions: { contents: "read" },
  run: tellOfCommit(async (tree, { world, inputs: { config, fresh } }) => {
    const { report, files } = await recalibrate(world, { tree, configPath: config, fresh });
    return { document: report, summary: renderRecalibrationSummary(report), files };
  })
};

// src/adapters/github/test-merge.ts
var maxMergeTries = 6;
async function findTestMerge(client, pull, tip) {
  for (let tries = 1; ; tries += 1) {
    const { commit, isMergeable } = await readMergeability(client, pull.number);
    if (isMergeable === null && tries < maxMergeTries) await client.timing.sleep(1e3 * tries);
    else {
      const [base, merged] = commit === null || isMergeable === false ? [] : await readParents(client, commit);
      if (commit === null || base === void 0 || merged !== pull.headSha) return null;
      return base === tip || await isOnBranch(client, base, pull.baseRef) ? { commit, base } : null;
    }
  }
}

// src/adapters/github/run-commits.ts
async function resolveCommits(event, client, inputs) {
  const defaultBranch = event.defaultBranch ?? await readDefaultBranch(client);
  const defaultTip = await readTip(client, defaultBranch);
  const fixed = { defaultTip, defaultBranch };
  if (event.pullRequest === null && inputs.pr !== null) {
    const pull = await readPullRequest(client, inputs.pr);
    return compareHead(client, pull, inputs, fixed);
  }
  if (event.pullRequest !== null) return resolvePullRequest(event, event.pullRequest, client, inputs, fixed);
  if (inputs.headSha !== null) requireHead(event.mergeGroup?.headSha ?? event.sha, inputs.headSha);
  if (event.mergeGroup !== null) return resolveMergeGroup(event.mergeGroup, client, fixed);
  return resolveBranch(event, client, fixed);
}
async function resolvePullRequest(event, pull, client, inputs, fixed) {
  if (inputs.pr !== null && inputs.pr !== pull.number) {
    throw UserError.of(
      `The input \`pr\` is ${inputs.pr}, but this run belongs to pull request #${pull.number}.`,
      "Leave `pr` out on pull request events."
    );
  }
  if (event.name !== "pull_request") return compareHead(client, pull, inputs, fixed);
  if (inputs.headSha !== null) requireHead(pull.headSha, inputs.headSha);
  const [base, merged] = await readParents(client, event.sha);
  const isTestMerge = base !== void 0 && merged === pull.headSha;
  if (!isTestMerge || event.isRetargeted && !await isOnBranch(client, base, pull.baseRef)) {
    return compareHead(client, pull, inputs, fixed);
  }
  return describeTestMerge(pull, { commit: event.sha, base }, fixed);
}
async function compareHead(client, pull, inputs, fixed) {
  const { number, baseRef, headSha: head } = pull;
  if (inputs.headSha !== null) requireHead(head, inputs.headSha);
  const tip = baseRef === fixed.defaultBranch ? fixed.defaultTip : await readTip(client, baseRef);
  const merge = await findTestMerge(client, pull, tip);
  if (merge !== null) return describeTestMerge(pull, merge, fixed);
  const base = await readMergeBase(client, tip, head);
  const note = `Comparing the head ${head} of pull request #${number} with the merge base ${base}, since GitHub has no merge of the two: it conflicts, or is not made yet; settings come from ${tip}, the tip of \`${baseRef}\`.`;
  return { ...fixed, baseBranch: baseRef, base, decidingBase: tip, candidate: head, head, prNumber: number, note };
}
function describeTestMerge({ number, baseRef: baseBranch, headSha: head }, { commit, base }, fixed) {
  const note = `Comparing the test merge ${commit} of pull request #${number} (head ${head}) with its first parent ${base}.`;
  return { ...fixed, baseBranch, base, decidingBase: base, candidate: commit, head, prNumber: number, note };
}
async function resolveMergeGroup(group2, client, fixed) {
  const { baseSha: base, headSha: head, headRef } = group2;
  const [parent] = await readParents(client, head);
  const queue = parseQueueRef(headRef);
  const prNumber = parent === base ? queue?.number ?? null : null;
  const note = `Comparing the merge group ${head} with its base ${base}.`;
  const baseBranch = queue?.branch ?? fixed.defaultBranch;
  return { ...fixed, baseBranch, base, decidingBase: base, candidate: head, head, prNumber, note };
}
async function resolveBranch(event, client, fixed) {
  const { sha, ref } = event;
  const isDeletion = /^0+$/.test(sha);
  const baseBranch = fixed.defaultBranch;
  if (ref === `refs/heads/${fixed.defaultBranch}` || isDeletion) {
    const commit = isDeletion ? fixed.defaultTip : sha;
    const note2 = `Nothing to compare: ${commit} is on the default branch \`${fixed.defaultBranch}\`.`;
    return {
      ...fixed,
      baseBranch,
      base: commit,
      decidingBase: commit,
      candidate: commit,
      head: commit,
      prNumber: null,
      note: note2
    };
  }
  const base = await readMergeBase(client, fixed.defaultTip, sha);
  const note = `Comparing ${sha} (${ref}) with the merge base ${base}; settings come from ${fixed.defaultTip}, the tip of \`${fixed.defaultBranch}\`.`;
  return {
    ...fixed,
    baseBranch,
    base,
    decidingBase: fixed.defaultTip,
    candidate: sha,
    head: sha,
    prNumber: null,
    note
  };
}
function requireHead(head, expected) {
  if (head === expected) return;
  throw UserError.of(
    `The head is ${head}, but the input \`head-sha\` is ${expected}: it has moved on since it was approved.`,
    "Look at the new commits and start the run again with their `head-sha`."
  );
}

// src/action/changed-lines.ts
function findChangedLines(before, after, from) {
  const hunks = [];
  const last = Math.max(1, after.replace(/\n$/, "").split("\n").length);
  let line = 1;
  let isOpen = false;
  for (const { kind } of diffTexts(before, after)) {
    const at2 = Math.min(line, last);
    if (kind !== "same" && !isOpen) hunks.push({ startLine: at2, endLine: at2 });
    const hunk = hunks.at(-1);
    if (kind === "added" && hunk !== void 0) hunk.endLine = at2;
    isOpen = kind !== "same";
    if (kind !== "removed") line += 1;
  }
  return hunks.find(({ endLine }) => endLine >= from) ?? hunks[0] ?? null;
}

// src/action/annotations.ts
var maxTitle2 = 120;
var maxSentence = 600;
var mostSentences = 3;
async function annotateChange({ event, inputs, runner, world: { repository } }, report, plans, { base, candidate }) {
  if (event.name !== "pull_request" || !isPublished(inputs)) return [];
  const notes = plans.flatMap((plan) => listNotes(report, plan)).slice(0, 2 * mostOfLevel);
  if (notes.length === 0) return [];
  const read = (tree, paths) => readFiles(repository, tree, [...new Set(paths)]);
  const found = await tryTo("show it on the changed lines", runner, async () => {
    const before = await read(
      base.tree,
      notes.map((note) => note.basePath)
    );
    const after = await read(
      candidate.tree,
      notes.map((note) => note.path)
    );
    return notes.flatMap(({ basePath, from, ...note }) => {
      const text2 = after.get(note.path)?.text;
      const lines = text2 === void 0 ? null : findChangedLines(before.get(basePath)?.text ?? "", text2, from);
      return lines === null ? [] : [{ ...note, ...lines }];
    });
  });
  return found ?? [];
}
function listNotes(report, { config, prompts }) {
  const verdict = report.suites.find(({ name }) => name === config.name)?.verdict ?? null;
  if (verdict !== "fail" && verdict !== "inconclusive") return [];
  const byPath = /* @__PURE__ */ new Map();
  for (const prompt of prompts) {
    const place = findPlace(prompt);
    const grounds = report.grounds.filter(
      (ground) => ground.verdict === verdict && ground.suite === config.name && ground.prompt === prompt.id
    );
    const said = grounds.flatMap((ground) => explain(report, ground, prompt.candidate?.key != null) ?? []);
    if (place === null || said.length === 0) continue;
    const own = byPath.get(place.path) ?? { place, grounds: [], said: [] };
    byPath.set(place.path, own);
    own.grounds.push(...grounds);
    own.said.push(...said);
  }
  return [...byPath.values()].map(({ place, grounds, said }) => ({
    ...place,
    level: !report.green && grounds.some(({ blocks }) => blocks) ? "error" : "warning",
    title: cutText(`Prompt Assay: ${oneLine(config.name)}`, maxTitle2),
    message: [
      ...said.slice(0, mostSentences),
      ...said.length > mostSentences ? [`And ${said.length - mostSentences} more.`] : []
    ].join("\n")
  }));
}
function findPlace({ base, candidate }) {
  if (candidate === null) return null;
  if (candidate.application !== void 0) {
    const earlier = base?.application?.sources ?? /* @__PURE__ */ new Map();
    const changed = [...candidate.application.sources].filter(([path7, hash]) => earlier.get(path7) !== hash);
    const [only] = changed;
    return only === void 0 || changed.length > 1 ? null : { path: only[0], basePath: only[0], from: 1 };
  }
  const { path: path6 } = candidate;
  const lines = [...candidate.places.values()].flatMap((where) => where.path === path6 ? where.line ?? [] : []);
  return { path: path6, basePath: base?.path ?? path6, from: lines.length === 0 ? 1 : Math.min(...lines) };
}
function explain(report, { kind, suite, prompt, subject }, isNamed) {
  const isOwn = (row) => row.suite === suite && row.prompt === prompt;
  const name = nameComparison({ suite: null, prompt: isNamed ? prompt : null, metric: subject ?? "" });
  const metric = report.metrics.find((row) => isOwn(row) && row.metric === subject);
  if (metric !== void 0 && (kind === "comparison" || kind === "threshold")) {
    const cause = describeCauses(metric);
    const sentence = kind === "comparison" ? metric.sentence : closeSentence(describeThreshold(metric));
    return showPlain(`${name}: ${sentence}${cause === null ? "" : ` ${closeSentence(cause)}`}`);
  }
  if (kind !== "expense") return null;
  const opening = `${namePrompt({ suite: suite ?? "", id: prompt ?? "" })}: the ${subject} `;
  const reason = report.reasons.find((one2) => one2.startsWith(opening));
  return reason === void 0 ? null : showPlain(closeSentence(reason));
}
function describeThreshold({
  minScore,
  minScoreOn: on,
  direction,
  alpha,
  heldScore,
  binary,
  belowMinScore
}) {
  const threshold = { minScore: minScore ?? 0, on, direction, alpha };
  return explainThreshold(threshold, { verdict: belowMinScore ? "fail" : "inconclusive", value: heldScore }, binary);
}
function showPlain(prose) {
  return cutText(oneLine(prose).replaceAll("`", '"'), maxSentence);
}

// src/action/prepare-hearing.ts
async function prepareHearing({ event, client, inputs, world: { repository }, runner: { log } }, { self, record, mayWrite }, sides) {
  const listen = async () => {
    if (sides.prNumber === null) return noWords;
    const pull = await readPullNow(client, sides, event);
    const place = { client, self, repository, event, inputs, names: nameSignals(inputs), log };
    return hearPeople({ ...place, record, pull, mayWrite });
  };
  let heard = null;
  const hear = () => {
    heard ??= listen();
    return heard;
  };
  if (!isPlainPush(event)) await hear();
  return hear;
}
function isPlainPush({ pullRequest, action, runAttempt }) {
  return pullRequest !== null && runAttempt === 1 && (action === "opened" || action === "synchronize");
}
async function readPullNow(client, sides, event) {
  const now = await readPullRequest(client, sides.prNumber ?? 0);
  if (event.pullRequest !== null && now.baseRef !== event.pullRequest.baseRef) {
    throw UserError.of(
      `Pull request #${now.number} goes into \`${now.baseRef}\` by now; this run compares it with \`${event.pullRequest.baseRef}\`.`,
      "The run of its newest event decides."
    );
  }
  if (event.mergeGroup !== null) return now;
  const { isFork = false, author = now.author } = event.pullRequest ?? {};
  return { ...now, headSha: sides.head, isFork: isFork || now.isFork, author };
}

// src/report/comment/remarks.ts
var end = " <!-- prompt-assay:remark -->";
var hiddenLine = /^<!-- prompt-assay:\w+ .*-->$/;
function renderRemarks(remarks) {
  return remarks.map(({ text: text2, isGreen }) => `- ${isGreen ? "✅ " : ""}${renderProse(text2)}`).join("\n");
}
function setRemarks(body, remarks) {
  const lines = body.split(/\r?\n/).filter((line) => !line.endsWith(end));
  const at2 = lines.findIndex((line) => !hiddenLine.test(line) && line !== "" && !line.startsWith("### "));
  const list = remarks.map((remark) => `${renderRemarks([remark])}${end}`);
  return [...lines.slice(0, at2), ...list, ...lines.slice(at2)].join("\n");
}

// src/action/remarks.ts
function listRemarks(report, { words, strangers }, declined) {
  const { acceptance, isLabelled } = words;
  const accepted = explainAcceptance(acceptance, report.grounds);
  const isRedByVerdict = !report.green && (report.verdict === "fail" || report.verdict === "inconclusive");
  const remarks = [];
  if (accepted !== null) {
    const effect = report.green ? ": this verdict does not block." : ".";
    remarks.push({ text: `A${accepted.slice(1)}${effect}`, isGreen: report.green });
  }
  if (isRedByVerdict && isLabelled) {
    const uncovered = accepted === null ? "nothing of this verdict" : "not all of this verdict";
    const text2 = `The label ${acceptLabel} covers ${uncovered}: it was set before. To accept it, take the label off and set it again.`;
    remarks.push({ text: text2, isGreen: false });
  }
  if (declined !== null) remarks.push({ text: closeSentence(`Not settled: ${declined}`), isGreen: report.green });
  remarks.push(
    ...strangers.map((login) => ({
      text: `Another comment with this marker, by @${login}, is not ours and is neither read nor edited. Where it is this token's own App, name it in the input comment-author.`,
      isGreen: false
    }))
  );
  return remarks;
}

// src/action/publish.ts
async function publishResult(result, target, folder, runner) {
  await tryTo("render the job summary", runner, async () => showSummary(renderWithRemarks(result, target), runner));
  await tryTo(
    "render the result files",
    runner,
    async () => storeResults(folder, await renderFiles(result, target), runner)
  );
  const published = await tryTo("write the comment", runner, () => publishComment(result, target));
  if (published !== null && "reason" in published) {
    const { reason } = published;
    runner.log.warn(reason);
    await showSummary(`
> ${escapeInline(reason)}`, runner);
  }
  return { commentUrl: published !== null && "comment" in published ? published.comment.url : "" };
}
function renderFiles(result, target) {
  const record = renderRecordOf(result, target, target.record);
  return renderResultFiles(result, { commentKey: target.commentKey, record });
}
function renderWithRemarks({ report, declined }, target) {
  const remarks = renderRemarks(listRemarks(report, target, declined));
  return [remarks, renderSummary(report)].filter((part) => part !== "").join("\n\n");
}
async function publishComment(result, target) {
  const { client, self, number, head, commentKey } = target;
  if (number === null || result.isIdle && !target.hasComment) return null;
  const marker = renderMarker(commentKey);
  const render = (existing) => renderBody(result, target, existing);
  return upsertComment(client, self, { number, marker, headSha: head, render, create: !result.isIdle });
}
function renderBody(result, target, existing) {
  const { report, isIdle, isRepublished, declined } = result;
  const { commentKey, words } = target;
  const earlier = existing === null ? target.record : parseCommentRecord(parseRecord(existing));
  const record = renderRecordOf(result, target, earlier);
  if (isIdle) return renderFolded(report, { commentKey, record });
  const isShown = earlier.shown?.question === identifyQuestion(report);
  const body = isRepublished && existing !== null && isShown ? replaceRecord(existing, record) : renderComment(withoutAcceptance(report, words), { commentKey, record });
  const acceptedBy = explainAcceptance(words.acceptance, report.grounds) === null ? null : words.acceptance?.by;
  return setRemarks(setEffect(body, describeEffect(report, acceptedBy)), listRemarks(report, target, declined));
}
function renderRecordOf(result, { head, baseBranch, words }, earlier) {
  const kept = Object.keys(result.report.contentKeys).length;
  const facts = { head, base: baseBranch, accepted: words.accepted };
  return renderCommentRecord(extendRecord(earlier, result, facts), kept);
}
function withoutAcceptance(report, { acceptance }) {
  const accepted = explainAcceptance(acceptance, report.grounds);
  if (accepted === null) return report;
  const notes = report.notes.filter((note) => note !== accepted);
  return { ...report, green: isGreenFor(null, report.grounds), notes };
}
function listFindings({ report, needed }, folder, commentUrl) {
  const gating = report.metrics.filter((metric) => metric.gates && metric.baselineSource !== "none");
  const add = (field) => String(gating.reduce((sum, metric) => sum + metric[field], 0));
  return {
    "scores-path": `${folder}/scores.jsonl`,
    "comment-url": commentUrl,
    cases: add("cases"),
    worse: add("worse"),
    better: add("better"),
    unscored: add("unscored"),
    needed: String(needed.length),
    "needed-path": needed.length === 0 ? "" : `${folder}/needed.jsonl`
  };
}

// src/action/read-others.ts
async function readOthers2(client, self, own, { log }) {
  try {
    const { comments, isWhole } = await listRecentComments(client, self);
    const records = comments.filter(({ number }) => number !== own).map(({ number, body }) => ({ number, record: parseRecord(body) }));
    const asked = /* @__PURE__ */ new Map();
    for (const { number, record } of records) {
      asked.set(number, [...asked.get(number) ?? [], ...parseAsked(record)]);
    }
    return {
      screenUses: records.flatMap(({ record }) => parseScreenUses(record)),
      asked: [...asked.values()],
      isWhole
    };
  } catch (error2) {
    if (!(error2 instanceof ReportedError)) throw error2;
    log.info(`What other pull requests asked, and how their baselines served, is not known: ${error2.message}`);
    return { ...noOtherRuns, isWhole: false };
  }
}

// src/action/evaluate-event.ts
var ask = { command: "prompt-assay run", open: () => askedModels };
async function evaluateEvent(scene, way = ask) {
  const self = createSelf(scene.client, scene.inputs.commentAuthor);
  const pull = await findPull(scene);
  const board = await openBoard(scene, self, pull);
  const { verdict, isEvaluated, ...judged } = await orInterrupt(
    board ?? jobBoard,
    () => unlessCancelled(judge({ ...scene, self, pull, way, mayWrite: board !== null }), scene.runner.signal)
  );
  return { ...judged, failure: await showVerdict(board ?? jobBoard, { verdict, isEvaluated }) };
}
async function orInterrupt(board, work) {
  try {
    return await work();
  } catch (error2) {
    await board.interrupt();
    throw error2;
  }
}
async function showVerdict(board, { verdict, isEvaluated }) {
  try {
    return await board.close(verdict, isEvaluated);
  } catch (error2) {
    return `The verdict "${verdict.verdict}" could not be shown: ${asError(error2).message}`;
  }
}
async function refuseEvent(place, error2) {
  const board = await openBoard(place, createSelf(place.client, place.inputs.commentAuthor), await findPull(place));
  const title = summariseProblems(error2.problems);
  await (board ?? jobBoard).close({ verdict: "invalid", green: false, title }, false);
}
var graceMs = 2e3;
function unlessCancelled(work, signal) {
  return new Promise((resolve2, reject) => {
    let timeout;
    const forget = onAbort(signal, (reason) => {
      timeout = setTimeout(() => reject(reason), graceMs);
    });
    work.then(resolve2, reject).finally(() => {
      clearTimeout(timeout);
      forget();
    });
  });
}
async function findPull({ event, client, inputs }) {
  if (event.pullRequest !== null) return event.pullRequest;
  if (inputs.pr === null) return null;
  const pull = await readPullRequest(client, inputs.pr);
  if (inputs.headSha !== null) requireHead(pull.headSha, inputs.headSha);
  return pull;
}
async function openBoard({ event, client, inputs, runner: { log } }, self, pull) {
  if (!isPublished(inputs) || chooseSignal(event, inputs) === "job") return jobBoard;
  const place = {
    sha: pull?.headSha ?? event.mergeGroup?.headSha ?? event.sha,
    number: pull?.number ?? null,
    baseRef: pull?.baseRef ?? "",
    isFork: pull?.isFork ?? false
  };
  const context = nameSignals(inputs).verdict;
  const board = await openStatusBoard({ client, self, context, place, runUrl: event.runUrl });
  if (board === null) {
    log.warn("No status is set: a pull request of this repository has the same head, and its verdict stands there.");
  }
  return board;
}
async function judge(hearing) {
  const { event, client, world, inputs, runner, pull } = hearing;
  const sides = await resolveCommits(event, client, { pr: inputs.pr, headSha: pull?.headSha ?? inputs.headSha });
  runner.log.info(sides.note);
  if (sides.base === sides.candidate) {
    const verdict = { verdict: "pass", green: true, title: "nothing to compare" };
    const ending2 = { headline: renderHeadline(verdict), more: [] };
    return { outputs: { verdict: "pass" }, problems: [], ending: ending2, verdict, isEvaluated: true };
  }
  const target = await findTarget(hearing, sides);
  const mayWrite = hearing.mayWrite && isPublished(inputs);
  const hear = await prepareHearing(hearing, { ...target, mayWrite }, sides);
  const request = await buildRequest(hearing, sides, target, hear);
  const result = await evaluate(world, request, hearing.way.open(sides));
  const { report } = result;
  const words = result.isIdle ? keepSilent(target.record) : await hear();
  const { commentUrl } = await publishResult(result, { ...target, words }, inputs.reportPath, runner);
  for (const line of [...report.details, ...report.notices, ...explainAsked(report)]) runner.log.info(line);
  const accepted = explainAcceptance(words.acceptance, report.grounds);
  if (accepted !== null) runner.log.info(closeSentence(accepted));
  const isBlocked = words.blockedCalls !== null && report.verdict === "invalid";
  if (result.needed.length > 0) runner.log.info(`${inputs.reportPath}/needed.jsonl lists the outputs to make.`);
  const outputs2 = { ...listOutputs(report, inputs.reportPath), ...listFindings(result, inputs.reportPath, commentUrl) };
  const shown = redactForPeople(report);
  const annotations = await annotateChange(hearing, shown, result.plans, request);
  const ending = describeEnding(shown, commentUrl);
  return { outputs: outputs2, problems: report.errors, annotations, ending, verdict: report, isEvaluated: !isBlocked };
}
async function findTarget({ event, client, self, inputs }, sides) {
  const number = isPublished(inputs) ? sides.prNumber : null;
  const { commentKey } = nameSignals(inputs);
  const found = number === null ? null : await findComments(client, self, number, renderMarker(commentKey));
  return {
    ...{ client, self, commentKey, record: parseCommentRecord(parseRecord(found?.own[0]?.body ?? "")) },
    // A merge group speaks for a pull request and writes nothing there.
    number: event.mergeGroup === null ? number : null,
    hasComment: (found?.own.length ?? 0) > 0,
    head: sides.head,
    baseBranch: sides.baseBranch,
    strangers: found?.strangers ?? []
  };
}
async function buildRequest({ event, client, self, world: { repository }, inputs, runner, way }, sides, { record }, hear) {
  const commits = [sides.base, sides.candidate, sides.decidingBase, sides.defaultTip];
  const [base, candidate, decidingTree, defaultTree] = await Promise.all(
    commits.map((commit) => repository.readTree(commit))
  );
  if (!base || !candidate || !decidingTree || !defaultTree) throw new Error("a tree is missing");
  const number = sides.prNumber;
  return {
    base: { label: sides.baseBranch, tree: base },
    candidate: {
      label: number === null ? "this change" : "this PR",
      tree: candidate,
      ...sides.head !== sides.candidate && { pushed: sides.head }
    },
    decidingTree,
    defaultTree,
    configPath: inputs.config,
    namesEndpoint: namesEndpoint(inputs.baseUrl, runner.env.OPENAI_BASE_URL),
    part: inputs.cases === null ? null : { kind: "most", most: inputs.cases },
    fresh: inputs.fresh,
    dryRun: inputs.dryRun,
    onNoKey: inputs.onNoKey,
    hear,
    recorded: record.verdicts,
    // What is not published is kept nowhere.
    askedBefore: isPublished(inputs) && number !== null ? record.asked : null,
    // A queue's merge is nobody's push.
    brokenBefore: event.mergeGroup === null ? record.broken : null,
    readOthers: () => readOthers2(client, self, number, runner),
    reproduce: `${way.command} --base ${sides.base.slice(0, 12)} --head ${sides.head.slice(0, 12)}`,
    runUrl: event.runUrl,
    github: describePlace(event, number, inputs, runner.env)
  };
}
function describePlace({ repositoryUrl: url }, pull, { acceptOwn: acceptsOwn, reportUrl }, { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref }) {
  if (url === null) return null;
  const docsUrl = server && action && ref ? `${server}/${action}/blob/${ref}/docs` : null;
  return { url, pull, acceptsOwn, docsUrl, pageUrl: reportUrl?.replace(/\/+$/, "") ?? null };
}

// src/action/modes/evaluate.ts
var why2 = "a change is compared with its base";
var ifOpen = ({ action }) => action === "closed" ? null : why2;
var ifNamed = ({ namesPullRequest }) => namesPullRequest ? why2 : null;
var ifElsewhere = ({ onDefaultBranch }) => onDefaultBranch ? null : why2;
var evaluate2 = {
  name: "evaluate",
  events: {
    pull_request: ifOpen,
    pull_request_target: ifOpen,
    merge_group: () => why2,
    push: ifElsewhere,
    workflow_dispatch: (facts) => ifNamed(facts) ?? ifElsewhere(facts),
    workflow_run: ifNamed,
    repository_dispatch: ifNamed,
    issue_comment: ifNamed
  },
  place: "anywhere",
  permissions: { contents: "read", "pull-requests": "write", statuses: "write" },
  run: evaluateEvent,
  refuse: refuseEvent
};

// src/action/modes/outputs.ts
var outputs = {
  name: "outputs",
  events: {},
  place: "anywhere",
  permissions: { contents: "read", "pull-requests": "write", statuses: "write" },
  run: (scene) => isOfMain(scene) ? keepMain(scene) : judgeChange(scene),
  refuse: async (place, error2) => {
    if (!isOfMain(place)) await refuseEvent(place, error2);
  }
};
function isOfMain({ event, inputs }) {
  return event.pullRequest === null && event.mergeGroup === null && inputs.pr === null && isOnDefaultBranch(event);
}
var judgeChange = async (scene) => {
  const files = nameFiles(scene);
  return evaluateEvent(scene, {
    command: writeCommand(scene.inputs),
    open: ({ base, decidingBase, candidate, head }) => createSuppliedOrigin(files, { baseline: [base, decidingBase], candidate: [candidate, head] })
  });
};
var keepMain = keepBaseline(
  (scene) => createSuppliedOrigin({ ...nameFiles(scene), baseline: null }, { candidate: [scene.event.sha], baseline: [] })
);
function nameFiles({ inputs, runner: { env } }) {
  const { candidateOutputs, baselineOutputs, apiKey, githubToken, baselineToken } = inputs;
  const given = [apiKey, githubToken, baselineToken].filter((secret) => secret !== null);
  const credentials = [...given, ...listCredentials(env)];
  return {
    candidate: candidateOutputs === null ? null : openOutputs(candidateOutputs, credentials),
    baseline: baselineOutputs === null ? null : openOutputs(baselineOutputs, credentials)
  };
}
function writeCommand({ candidateOutputs, baselineOutputs }) {
  const baseline2 = baselineOutputs === null ? "" : ` --baseline ${baselineOutputs}`;
  return `prompt-assay outputs --candidate ${candidateOutputs}${baseline2}`;
}

// src/action/modes.ts
var modes = [evaluate2, baseline, calibrate, outputs, history];

// src/action/main.ts
var cancelSignals = ["SIGINT", "SIGTERM"];
async function run(env) {
  const log = createActionsLog(core_exports, { nowMs: () => Date.now() });
  const interrupt = new AbortController();
  const cancel = () => interrupt.abort(new Error(explainCancel(env)));
  for (const signal of cancelSignals) process.once(signal, cancel);
  const runner = { env, log, signal: interrupt.signal };
  try {
    const result = await act(runner);
    setOutputs(core_exports, result.outputs);
    annotate(result.problems, result.annotations);
    endLog(result, log);
  } catch (thrown) {
    await fail(thrown, runner);
  } finally {
    for (const signal of cancelSignals) process.off(signal, cancel);
  }
  return { wasCancelled: interrupt.signal.aborted };
}
function explainCancel(env) {
  const isKept = env["INPUT_CACHE-PATH"]?.trim();
  return `the run was cancelled${isKept ? "; finished answers are in the cache" : ""}`;
}
async function act(runner) {
  const { env, log } = runner;
  const { inputs, fault } = readInputs(
    env,
    modes.map(({ name }) => name)
  );
  for (const secret of [inputs.apiKey, env.OPENAI_API_KEY, inputs.githubToken, inputs.baselineToken]) {
    if (secret) log.mask(secret);
  }
  const event = await readEvent(env);
  const { mode, reason } = chooseOr(fault, () => chooseMode(modes, describeEvent(event, inputs), inputs.mode));
  log.info(`${event.name}: ${reason}.`);
  const open2 = () => openClient(event, inputs.githubToken, "github-token", runner);
  if (mode === null && fault === null) return passIdleEvent(event, open2, inputs);
  if (mode === null) throw fault;
  const place = { event, client: await open2(), inputs, runner };
  return runMode(mode, { ...place, world: await openWorld(mode, place, fault) });
}
function chooseOr(fault, choose) {
  try {
    return choose();
  } catch (error2) {
    throw fault ?? error2;
  }
}
async function openWorld(mode, place, fault) {
  try {
    if (fault !== null) throw fault;
    return await openGithubWorld(place.event, place.client, place.inputs, place.runner);
  } catch (error2) {
    if (error2 instanceof ReportedError) {
      await tryTo("say so on the pull request", place.runner, async () => mode.refuse?.(place, error2));
    }
    throw error2;
  }
}
async function runMode(mode, scene) {
  try {
    return await mode.run(scene);
  } catch (error2) {
    if (error2 instanceof GithubError && error2.status === 403) {
      const needed = Object.entries(mode.permissions).map(([name, access2]) => `${name}: ${access2}`);
      scene.runner.log.info(`mode: ${mode.name} needs the permissions ${needed.join(", ")}.`);
    }
    throw error2;
  }
}
function describeEvent(event, inputs) {
  const { name, action } = event;
  return { name, action, onDefaultBranch: isOnDefaultBranch(event), namesPullRequest: inputs.pr !== null };
}
function endLog({ failure, ending }, log) {
  if (failure !== null) log.fail(failure);
  if (ending === void 0) return;
  if (ending.headline !== failure) log.info(ending.headline);
  for (const line of ending.more) log.info(line);
}
async function fail(thrown, runner) {
  const { log, signal } = runner;
  const error2 = signal.aborted ? asError(signal.reason) : asError(thrown);
  if (error2 instanceof ReportedError) {
    annotate(error2.problems);
    const problems = error2.problems.map((problem) => `- ${escapeInline(renderProblem(problem))}`);
    const lead = "**Could not be judged; this says nothing about the prompt.**";
    await showSummary(`${lead}

${problems.join("\n")}`, runner);
    log.fail(`invalid: ${error2.message}`);
  } else {
    if (!signal.aborted && error2.stack !== void 0) log.info(error2.stack);
    log.fail(signal.aborted ? error2.message : `a defect of Prompt Assay: ${error2.message}`);
  }
  setOutputs(core_exports, { verdict: "invalid" });
}

// src/index.ts
var { wasCancelled } = await run(process.env);
if (wasCancelled) process.exit();
