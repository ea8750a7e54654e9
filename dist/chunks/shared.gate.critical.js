import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  brokenDraws,
  casesForUnchangedPass,
  chooseDesign,
  countQuestions,
  criticalSamples,
  differenceBounds,
  groupByQuestion,
  listReached,
  planFirstRound,
  resolveMargin,
  sumByCluster,
  watchesQuestions
} from "./shared.gate.first-round.js";
import {
  require_lib,
  require_lib10,
  require_lib2,
  require_lib3,
  require_lib4,
  require_lib5,
  require_lib6,
  require_lib7,
  require_lib8,
  require_lib9,
  sampleMean,
  sampleSd
} from "./shared.config.key.js";
import {
  count,
  inCode
} from "./shared.text.prose.js";
import {
  __commonJS,
  __toESM
} from "./shared.errors.js";

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p1q1.js
var require_rational_p1q1 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p1q1.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -5087819496582806e-19;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -5087819496582806e-19 + x * (-0.008368748197417368 + x * (0.03348066254097446 + x * (-0.012692614766297404 + x * (-0.03656379714117627 + x * (0.02198786811111689 + x * (0.008226878746769157 + x * (-0.005387729650712429 + x * (0 + x * 0))))))));
        s2 = 1 + x * (-0.9700050433032906 + x * (-1.5657455823417585 + x * (1.5622155839842302 + x * (0.662328840472003 + x * (-0.7122890234154284 + x * (-0.05273963823400997 + x * (0.07952836873415717 + x * (-0.0023339375937419 + x * 8862163904564247e-19))))))));
      } else {
        x = 1 / x;
        s1 = 0 + x * (0 + x * (-0.005387729650712429 + x * (0.008226878746769157 + x * (0.02198786811111689 + x * (-0.03656379714117627 + x * (-0.012692614766297404 + x * (0.03348066254097446 + x * (-0.008368748197417368 + x * -5087819496582806e-19))))))));
        s2 = 8862163904564247e-19 + x * (-0.0023339375937419 + x * (0.07952836873415717 + x * (-0.05273963823400997 + x * (-0.7122890234154284 + x * (0.662328840472003 + x * (1.5622155839842302 + x * (-1.5657455823417585 + x * (-0.9700050433032906 + x * 1))))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p2q2.js
var require_rational_p2q2 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p2q2.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.20243350835593876;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.20243350835593876 + x * (0.10526468069939171 + x * (8.3705032834312 + x * (17.644729840837403 + x * (-18.851064805871424 + x * (-44.6382324441787 + x * (17.445385985570866 + x * (21.12946554483405 + x * -3.6719225470772936)))))));
        s2 = 1 + x * (6.242641248542475 + x * (3.971343795334387 + x * (-28.66081804998 + x * (-20.14326346804852 + x * (48.560921310873994 + x * (10.826866735546016 + x * (-22.643693341313973 + x * 1.7211476576120028)))))));
      } else {
        x = 1 / x;
        s1 = -3.6719225470772936 + x * (21.12946554483405 + x * (17.445385985570866 + x * (-44.6382324441787 + x * (-18.851064805871424 + x * (17.644729840837403 + x * (8.3705032834312 + x * (0.10526468069939171 + x * -0.20243350835593876)))))));
        s2 = 1.7211476576120028 + x * (-22.643693341313973 + x * (10.826866735546016 + x * (48.560921310873994 + x * (-20.14326346804852 + x * (-28.66081804998 + x * (3.971343795334387 + x * (6.242641248542475 + x * 1)))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p3q3.js
var require_rational_p3q3 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p3q3.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.1311027816799519;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.1311027816799519 + x * (-0.16379404719331705 + x * (0.11703015634199525 + x * (0.38707973897260434 + x * (0.3377855389120359 + x * (0.14286953440815717 + x * (0.029015791000532906 + x * (0.0021455899538880526 + x * (-6794655751811263e-22 + x * (28522533178221704e-24 + x * -681149956853777e-24)))))))));
        s2 = 1 + x * (3.4662540724256723 + x * (5.381683457070069 + x * (4.778465929458438 + x * (2.5930192162362027 + x * (0.848854343457902 + x * (0.15226433829533179 + x * (0.011059242293464892 + x * (0 + x * (0 + x * 0)))))))));
      } else {
        x = 1 / x;
        s1 = -681149956853777e-24 + x * (28522533178221704e-24 + x * (-6794655751811263e-22 + x * (0.0021455899538880526 + x * (0.029015791000532906 + x * (0.14286953440815717 + x * (0.3377855389120359 + x * (0.38707973897260434 + x * (0.11703015634199525 + x * (-0.16379404719331705 + x * -0.1311027816799519)))))))));
        s2 = 0 + x * (0 + x * (0 + x * (0.011059242293464892 + x * (0.15226433829533179 + x * (0.848854343457902 + x * (2.5930192162362027 + x * (4.778465929458438 + x * (5.381683457070069 + x * (3.4662540724256723 + x * 1)))))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p4q4.js
var require_rational_p4q4 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p4q4.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.0350353787183178;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.0350353787183178 + x * (-0.0022242652921344794 + x * (0.018557330651423107 + x * (0.009508047013259196 + x * (0.0018712349281955923 + x * (15754461742496055e-20 + x * (460469890584318e-20 + x * (-2304047769118826e-25 + x * 26633922742578204e-28)))))));
        s2 = 1 + x * (1.3653349817554064 + x * (0.7620591645536234 + x * (0.22009110576413124 + x * (0.03415891436709477 + x * (0.00263861676657016 + x * (7646752923027944e-20 + x * (0 + x * 0)))))));
      } else {
        x = 1 / x;
        s1 = 26633922742578204e-28 + x * (-2304047769118826e-25 + x * (460469890584318e-20 + x * (15754461742496055e-20 + x * (0.0018712349281955923 + x * (0.009508047013259196 + x * (0.018557330651423107 + x * (-0.0022242652921344794 + x * -0.0350353787183178)))))));
        s2 = 0 + x * (0 + x * (7646752923027944e-20 + x * (0.00263861676657016 + x * (0.03415891436709477 + x * (0.22009110576413124 + x * (0.7620591645536234 + x * (1.3653349817554064 + x * 1)))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p5q5.js
var require_rational_p5q5 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p5q5.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.016743100507663373;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.016743100507663373 + x * (-0.0011295143874558028 + x * (0.001056288621524929 + x * (20938631748758808e-20 + x * (14962478375834237e-21 + x * (44969678992770644e-23 + x * (4625961635228786e-24 + x * (-2811287356288318e-29 + x * 9905570997331033e-32)))))));
        s2 = 1 + x * (0.5914293448864175 + x * (0.1381518657490833 + x * (0.016074608709367652 + x * (9640118070051656e-19 + x * (27533547476472603e-21 + x * (282243172016108e-21 + x * (0 + x * 0)))))));
      } else {
        x = 1 / x;
        s1 = 9905570997331033e-32 + x * (-2811287356288318e-29 + x * (4625961635228786e-24 + x * (44969678992770644e-23 + x * (14962478375834237e-21 + x * (20938631748758808e-20 + x * (0.001056288621524929 + x * (-0.0011295143874558028 + x * -0.016743100507663373)))))));
        s2 = 0 + x * (0 + x * (282243172016108e-21 + x * (27533547476472603e-21 + x * (9640118070051656e-19 + x * (0.016074608709367652 + x * (0.1381518657490833 + x * (0.5914293448864175 + x * 1)))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/main.js
var require_main = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/main.js"(exports, module) {
    "use strict";
    var isnan = require_lib2();
    var sqrt = require_lib5();
    var ln = require_lib7();
    var PINF = require_lib3();
    var NINF = require_lib4();
    var rationalFcnR1 = require_rational_p1q1();
    var rationalFcnR2 = require_rational_p2q2();
    var rationalFcnR3 = require_rational_p3q3();
    var rationalFcnR4 = require_rational_p4q4();
    var rationalFcnR5 = require_rational_p5q5();
    var Y1 = 0.08913147449493408;
    var Y2 = 2.249481201171875;
    var Y3 = 0.807220458984375;
    var Y4 = 0.9399557113647461;
    var Y5 = 0.9836282730102539;
    function erfinv(x) {
      var sign;
      var ax;
      var qs;
      var q;
      var g;
      var r;
      if (isnan(x)) {
        return NaN;
      }
      if (x === 1) {
        return PINF;
      }
      if (x === -1) {
        return NINF;
      }
      if (x === 0) {
        return x;
      }
      if (x > 1 || x < -1) {
        return NaN;
      }
      if (x < 0) {
        sign = -1;
        ax = -x;
      } else {
        sign = 1;
        ax = x;
      }
      q = 1 - ax;
      if (ax <= 0.5) {
        g = ax * (ax + 10);
        r = rationalFcnR1(ax);
        return sign * (g * Y1 + g * r);
      }
      if (q >= 0.25) {
        g = sqrt(-2 * ln(q));
        q -= 0.25;
        r = rationalFcnR2(q);
        return sign * (g / (Y2 + r));
      }
      q = sqrt(-ln(q));
      if (q < 3) {
        qs = q - 1.125;
        r = rationalFcnR3(qs);
        return sign * (Y3 * q + r * q);
      }
      if (q < 6) {
        qs = q - 3;
        r = rationalFcnR4(qs);
        return sign * (Y4 * q + r * q);
      }
      qs = q - 6;
      r = rationalFcnR5(qs);
      return sign * (Y5 * q + r * q);
    }
    module.exports = erfinv;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/index.js
var require_lib11 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/index.js"(exports, module) {
    "use strict";
    var main = require_main();
    module.exports = main;
  }
});

// node_modules/@stdlib/stats-base-dists-normal-quantile/lib/main.js
var require_main2 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-normal-quantile/lib/main.js"(exports, module) {
    "use strict";
    var erfinv = require_lib11();
    var isnan = require_lib2();
    var sqrt = require_lib5();
    function quantile(p, mu, sigma) {
      var A;
      var B;
      if (isnan(mu) || isnan(sigma) || isnan(p) || sigma < 0 || p < 0 || p > 1) {
        return NaN;
      }
      if (sigma === 0) {
        return mu;
      }
      A = mu;
      B = sigma * sqrt(2);
      return A + B * erfinv(2 * p - 1);
    }
    module.exports = quantile;
  }
});

// node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/main.js
var require_main3 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/main.js"(exports, module) {
    "use strict";
    var isnan = require_lib2();
    function quantile(p, mu) {
      if (isnan(p) || p < 0 || p > 1) {
        return NaN;
      }
      return mu;
    }
    module.exports = quantile;
  }
});

// node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/factory.js
var require_factory = __commonJS({
  "node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/factory.js"(exports, module) {
    "use strict";
    var constantFunction = require_lib9();
    var isnan = require_lib2();
    function factory(mu) {
      if (isnan(mu)) {
        return constantFunction(NaN);
      }
      return quantile;
      function quantile(p) {
        if (isnan(p) || p < 0 || p > 1) {
          return NaN;
        }
        return mu;
      }
    }
    module.exports = factory;
  }
});

// node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/index.js
var require_lib12 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/index.js"(exports, module) {
    "use strict";
    var setReadOnly = require_lib();
    var main = require_main3();
    var factory = require_factory();
    setReadOnly(main, "factory", factory);
    module.exports = main;
  }
});

// node_modules/@stdlib/stats-base-dists-normal-quantile/lib/factory.js
var require_factory2 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-normal-quantile/lib/factory.js"(exports, module) {
    "use strict";
    var constantFunction = require_lib9();
    var degenerate = require_lib12().factory;
    var erfinv = require_lib11();
    var isnan = require_lib2();
    var sqrt = require_lib5();
    function factory(mu, sigma) {
      var A;
      var B;
      if (isnan(mu) || isnan(sigma) || sigma < 0) {
        return constantFunction(NaN);
      }
      if (sigma === 0) {
        degenerate(mu);
      }
      A = mu;
      B = sigma * sqrt(2);
      return quantile;
      function quantile(p) {
        if (isnan(p) || p < 0 || p > 1) {
          return NaN;
        }
        return A + B * erfinv(2 * p - 1);
      }
    }
    module.exports = factory;
  }
});

// node_modules/@stdlib/stats-base-dists-normal-quantile/lib/index.js
var require_lib13 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-normal-quantile/lib/index.js"(exports, module) {
    "use strict";
    var setReadOnly = require_lib();
    var main = require_main2();
    var factory = require_factory2();
    setReadOnly(main, "factory", factory);
    module.exports = main;
  }
});

// node_modules/@stdlib/stats-base-dists-t-cdf/lib/main.js
var require_main4 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-t-cdf/lib/main.js"(exports, module) {
    "use strict";
    var betainc = require_lib8();
    var isnan = require_lib2();
    var pow = require_lib6();
    function cdf(x, v) {
      var x2;
      var p;
      var z;
      if (isnan(x) || isnan(v) || v <= 0) {
        return NaN;
      }
      if (x === 0) {
        return 0.5;
      }
      x2 = pow(x, 2);
      if (v > 2 * x2) {
        z = x2 / (v + x2);
        p = betainc(z, 0.5, v / 2, true, true) / 2;
      } else {
        z = v / (v + x2);
        p = betainc(z, v / 2, 0.5, true, false) / 2;
      }
      return x > 0 ? 1 - p : p;
    }
    module.exports = cdf;
  }
});

// node_modules/@stdlib/stats-base-dists-t-cdf/lib/factory.js
var require_factory3 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-t-cdf/lib/factory.js"(exports, module) {
    "use strict";
    var constantFunction = require_lib9();
    var betainc = require_lib8();
    var isnan = require_lib2();
    var pow = require_lib6();
    function factory(v) {
      if (isnan(v) || v <= 0) {
        return constantFunction(NaN);
      }
      return cdf;
      function cdf(x) {
        var x2;
        var p;
        var z;
        if (isnan(x)) {
          return NaN;
        }
        if (x === 0) {
          return 0.5;
        }
        x2 = pow(x, 2);
        if (v > 2 * x2) {
          z = x2 / (v + x2);
          p = betainc(z, 0.5, v / 2, true, true) / 2;
        } else {
          z = v / (v + x2);
          p = betainc(z, v / 2, 0.5, true, false) / 2;
        }
        return x > 0 ? 1 - p : p;
      }
    }
    module.exports = factory;
  }
});

// node_modules/@stdlib/stats-base-dists-t-cdf/lib/index.js
var require_lib14 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-t-cdf/lib/index.js"(exports, module) {
    "use strict";
    var setReadOnly = require_lib();
    var main = require_main4();
    var factory = require_factory3();
    setReadOnly(main, "factory", factory);
    module.exports = main;
  }
});

// src/scores/commonest.ts
function findCommonest(reasons) {
  const groups = /* @__PURE__ */ new Map();
  for (const reason of reasons) {
    if (reason === null || reason === "") continue;
    const key = reason.replaceAll(/\d+/g, "#");
    const group = groups.get(key) ?? { reason, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].reduce(
    (most, group) => most === null || group.count > most.count ? group : most,
    null
  );
}
function describeCommonest(scores) {
  const scored = scores.filter(({ score }) => score !== null);
  const commonest = findCommonest(scored.map(({ reason }) => reason));
  return commonest && `${commonest.count} of ${scored.length}: ${commonest.reason}`;
}
function explainGap(what, total, reasons) {
  const gap = `${reasons.length} of ${total} ${what} are missing`;
  const commonest = findCommonest(reasons);
  if (commonest === null) return gap;
  const share = commonest.count < reasons.length ? ` (${commonest.count} of them)` : "";
  return `${gap}: ${commonest.reason}${share}`;
}

// src/gate/reason.ts
function nameComparison({ suite, prompt, metric }) {
  return inCode([.../* @__PURE__ */ new Set([suite, prompt, metric])].filter((part) => part !== null).join(" / "));
}
function namePrompt({ suite, id }) {
  return inCode([.../* @__PURE__ */ new Set([suite, id])].join(" / "));
}
function renderPoints(difference) {
  const points = roundPoints(difference);
  return points === 1 ? "1 point" : `${points} points`;
}
function renderSignedPoints(difference) {
  const points = roundPoints(difference);
  if (points === 0) return "0";
  return `${difference < 0 ? "−" : "+"}${points}`;
}
function renderCounts({ worse, better, cases }) {
  return `${worse} of ${count(cases, "case")} got worse and ${better} got better`;
}
function explainOpen(comparison, isWaiting) {
  const { difference, looks } = comparison;
  if (difference === null || difference >= 0 || roundPoints(difference) === 0) return "no regression found";
  const rerun = isWaiting ? " (the cases that differ have not been run again)" : looks === 2 ? " after a re-run" : "";
  return `a drop of ${renderPoints(difference)} was seen and is not proven${rerun}`;
}
function explainNotRuledOut({ lowerBound, cases, clusters, margin, alpha }) {
  const open = `drops up to ${renderPoints(Math.min(lowerBound ?? -1, 0))} not ruled out`;
  const needed = casesForUnchangedPass(margin, alpha);
  if (clusters !== null || cases >= needed) return open;
  return `${open}; at a margin of ${renderPoints(margin)} nothing can pass with fewer than ${needed} cases`;
}
function roundPoints(difference) {
  return Math.round(Math.abs(difference) * 1e3) / 10;
}

// src/statistics/integer-scale.ts
var largestDenominator = 100;
var tolerance = 1e-9;
var largestMultiple = 1e4;
function commonDenominator(scores) {
  const distinct = [...new Set(scores)];
  for (let q = 1; q <= largestDenominator; q += 1) {
    if (distinct.every((score) => Math.abs(q * score - Math.round(q * score)) <= tolerance)) return q;
  }
  return null;
}
function scaleScore(score, denominator) {
  if (denominator !== null) return Math.round(denominator * score);
  return Math.floor(100 * score + 0.5 + tolerance);
}
function commonMultiple(counts) {
  let multiple = 1;
  for (const count2 of new Set(counts)) {
    multiple *= count2 / greatestDivisor(multiple, count2);
    if (multiple > largestMultiple) return null;
  }
  return multiple;
}
function greatestDivisor(a, b) {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

// src/gate/paired-case.ts
var noDifference = 1e-9;
var tie = 0.5;
function worstScore(direction) {
  return direction === "lower" ? 1 : 0;
}
function directionSign(direction) {
  return direction === "lower" ? -1 : 1;
}
function takeSamples(scores, count2) {
  const taken = scores.slice(0, count2);
  while (taken.length < count2) taken.push(null);
  return taken;
}
function isScored(scores) {
  return scores.every((score) => score !== null);
}
function shareDraws({
  cases,
  isPairwise
}) {
  return cases.map((scores) => {
    if (!scores.isSame) return scores;
    const known = scores.baseline.length > 0 ? scores.baseline : scores.candidate;
    const draw = known.length === 0 && isPairwise ? [tie] : known;
    return { ...scores, baseline: draw, candidate: draw };
  });
}
function pairCompleteCases(cases, counts) {
  const clusters = numberClusters(cases);
  return cases.flatMap((scores, index) => {
    const { baseline: before, candidate: after } = counts[index];
    const baseline = takeSamples(scores.baseline, before);
    const candidate = takeSamples(scores.candidate, after);
    if (!isScored(baseline) || !isScored(candidate)) return [];
    const { case: id, question, isSame } = scores;
    return [{ case: id, cluster: clusters[index], question, isSame, baseline, candidate }];
  });
}
function pairImputedCases(cases, counts, direction) {
  const clusters = numberClusters(cases);
  const worst = worstScore(direction);
  const fill = (scores, count2) => takeSamples(scores, count2).map((score) => score ?? worst);
  return cases.map((scores, index) => {
    const { baseline, candidate } = counts[index];
    return {
      case: scores.case,
      cluster: clusters[index],
      question: scores.question,
      isSame: scores.isSame,
      baseline: fill(scores.baseline, baseline),
      candidate: fill(scores.candidate, candidate)
    };
  });
}
function signedDifference(pair, direction) {
  const raw = (sampleMean(pair.candidate) ?? 0) - (sampleMean(pair.baseline) ?? 0);
  return Math.abs(raw) < noDifference ? 0 : directionSign(direction) * raw;
}
function integerDifferences(pairs, direction) {
  const samples = commonMultiple(pairs.map((pair) => pair.baseline.length));
  if (samples === null) return null;
  const denominator = commonDenominator(pairs.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const sumScaled = (scores) => scores.reduce((sum, score) => sum + scaleScore(score, denominator), 0);
  return pairs.map((pair) => {
    const difference = sumScaled(pair.candidate) - sumScaled(pair.baseline);
    return directionSign(direction) * difference * samples / pair.baseline.length + 0;
  });
}
function numberClusters(cases) {
  const named = /* @__PURE__ */ new Map();
  return cases.map(({ cluster }, index) => {
    if (cluster === null) return index;
    const known = named.get(cluster) ?? index;
    named.set(cluster, known);
    return known;
  });
}

// src/statistics/case-permutation.ts
var import_stats_base_dists_normal_quantile = __toESM(require_lib13(), 1);
function casePermutationMidP(cases) {
  if (cases.length === 0) return 1;
  let total = Float64Array.of(1);
  let observed = 0;
  for (const { baseline, candidate } of cases) {
    const pool = [...baseline, ...candidate];
    const lowest = Math.min(...pool);
    const split = splitSums(
      pool.map((score) => score - lowest),
      candidate.length
    );
    total = convolve(total, split);
    observed += candidate.reduce((sum, score) => sum + score - lowest, 0);
  }
  let below = 0;
  for (let sum = 0; sum < observed; sum += 1) below += total[sum];
  return below + total[observed] / 2;
}
function splitSums(scores, taken) {
  const width = scores.reduce((sum, score) => sum + score, 0) + 1;
  const ways = Array.from({ length: taken + 1 }, () => new Float64Array(width));
  ways[0][0] = 1;
  scores.forEach((score) => {
    for (let count2 = taken; count2 > 0; count2 -= 1) {
      const target = ways[count2];
      const source = ways[count2 - 1];
      for (let sum = width - 1; sum >= score; sum -= 1) {
        target[sum] = target[sum] + source[sum - score];
      }
    }
  });
  const chosen = ways[taken];
  const all = chosen.reduce((sum, count2) => sum + count2, 0);
  return chosen.map((count2) => count2 / all);
}
function convolve(left, right) {
  const result = new Float64Array(left.length + right.length - 1);
  right.forEach((weight, shift) => {
    if (weight === 0) return;
    for (let index = 0; index < left.length; index += 1) {
      result[index + shift] = result[index + shift] + weight * left[index];
    }
  });
  return result;
}
function theseCasesReach(cases, alpha, count2 = cases.length) {
  if (count2 < 1) throw new RangeError("a bound needs at least one case");
  let variance = 0;
  for (const { baseline, candidate } of cases) variance += armVariance(baseline) + armVariance(candidate);
  return (0, import_stats_base_dists_normal_quantile.default)(1 - alpha, 0, 1) / count2 * Math.sqrt(variance);
}
function armVariance(scores) {
  const count2 = scores.length;
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score ** 2;
  }
  const variance = (squares + 0.5) / (count2 + 1) - ((sum + 0.5) / (count2 + 1)) ** 2;
  return variance * (count2 + 1) / count2 ** 2;
}

// src/statistics/sign-flip.ts
function signFlipMidP(values) {
  const sizes = [];
  let positive = 0;
  let total = 0;
  for (const value of values) {
    if (!Number.isInteger(value)) throw new RangeError(`sign flips need integers, not ${value}`);
    if (value !== 0) sizes.push(Math.abs(value));
    total += Math.abs(value);
    positive += Math.max(value, 0);
  }
  if (total === 0) return 1;
  const isLower = 2 * positive <= total;
  const lowerTail = midTail(sizes, isLower ? positive : total - positive);
  return isLower ? lowerTail : 1 - lowerTail;
}
function midTail(sizes, limit) {
  const negligible = negligibleMass(sizes, limit);
  const mass = new Float64Array(limit + 1);
  mass[0] = 1;
  let first = 0;
  let last = 0;
  for (const size of sizes.sort((a, b) => a - b)) {
    addCoin(mass, size, first, Math.min(last + size, limit));
    last = Math.min(last + size, limit);
    while (last > first && mass[last] < negligible) mass[last--] = 0;
    while (first < last && mass[first] < negligible) mass[first++] = 0;
  }
  let below = 0;
  for (let sum = first; sum < limit; sum += 1) below += mass[sum];
  return below + mass[limit] / 2;
}
function addCoin(mass, size, first, last) {
  const shifted = Math.max(first + size, size);
  for (let sum = last; sum >= shifted; sum -= 1) mass[sum] = (mass[sum] + mass[sum - size]) / 2;
  for (let sum = Math.min(last, shifted - 1); sum >= first; sum -= 1) mass[sum] = mass[sum] / 2;
}
function negligibleMass(sizes, limit) {
  let total = 0;
  let squares = 0;
  for (const size of sizes) {
    total += size;
    squares += size ** 2;
  }
  const z = (total - 2 * limit) / Math.sqrt(squares);
  return Math.max(1e-290, 1e-25 * Math.exp(-0.7 * z ** 2));
}

// src/statistics/student.ts
var import_stats_base_dists_t_cdf = __toESM(require_lib14(), 1);
function studentLowerP(values) {
  const mean = sampleMean(values) ?? 0;
  const sd = sampleSd(values) ?? 0;
  if (sd < 1e-9) return mean < -1e-9 ? 0 : 1;
  return (0, import_stats_base_dists_t_cdf.default)(mean * Math.sqrt(values.length) / sd, values.length - 1);
}

// src/gate/reading.ts
var mostExactCases = 5e3;
function readInputs(pairs, direction, alpha, isTested) {
  const differences = pairs.map((pair) => signedDifference(pair, direction));
  const bounds = differenceBounds(
    differences,
    pairs.map((pair) => pair.cluster),
    alpha
  );
  return {
    pairs,
    differences,
    difference: sampleMean(differences),
    ...bounds,
    pValue: isTested ? testDrop(pairs, differences, direction) : null
  };
}
function readTheseCases(pairs, direction, alpha) {
  const differences = pairs.map((pair) => signedDifference(pair, direction));
  const difference = sampleMean(differences);
  const reached = listReached(pairs);
  const reach = theseCasesReach(reached, alpha, pairs.length);
  const denominator = commonDenominator(reached.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const sign = directionSign(direction);
  const scale = (scores) => scores.map((score) => sign * scaleScore(score, denominator));
  const pValue = casePermutationMidP(
    reached.map((pair) => ({ baseline: scale(pair.baseline), candidate: scale(pair.candidate) }))
  );
  return {
    pairs,
    differences,
    difference,
    lower: difference - reach,
    upper: difference + reach,
    clusters: pairs.length,
    effectiveClusters: pairs.length,
    pValue
  };
}
function testDrop(pairs, differences, direction) {
  const clusters = pairs.map((pair) => pair.cluster);
  const sumUp = (values) => [...sumByCluster(values, clusters).values()].map((group) => group.sum);
  const exact = pairs.length > mostExactCases ? null : integerDifferences(pairs, direction);
  return exact === null ? studentLowerP(sumUp(differences)) : signFlipMidP(sumUp(exact));
}

// src/gate/measurement.ts
var analyses = ["complete", "imputed"];
function measureComparison(comparison) {
  const { input, settings, samples } = comparison;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const counts = firstRounds.map(({ tested }) => ({ baseline: tested, candidate: tested }));
  return measure(
    comparison,
    design,
    firstRounds,
    counts,
    (pairs) => design === "these-cases" ? readTheseCases(pairs, input.direction, settings.alpha) : readInputs(pairs, input.direction, settings.alpha, design !== "small-set")
  );
}
function measureStored(comparison) {
  const { input, settings, samples } = comparison;
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const stored = input.cases.reduce((most, scores) => Math.max(most, scores.baseline.length), 1);
  const counts = input.cases.map(({ isSame, baseline, candidate }, index) => {
    const known = Math.max(1, baseline.length > 0 ? baseline.length : candidate.length);
    const { tested } = firstRounds[index];
    return isSame ? { baseline: known, candidate: known } : { baseline: stored, candidate: tested };
  });
  const read = (pairs) => readInputs(pairs, input.direction, settings.alpha, false);
  return measure(comparison, "stored", firstRounds, counts, read);
}
function measure(comparison, design, firstRounds, counts, read) {
  const { direction, gone } = comparison.input;
  const cases = shareDraws(comparison.input);
  const pairs = gone === void 0 ? pairCompleteCases(cases, counts) : [];
  const incomplete = cases.length - pairs.length;
  const complete = pairs.length === 0 ? null : read(pairs);
  const imputed = incomplete === 0 || gone !== void 0 ? complete : read(pairImputedCases(cases, counts, direction));
  const measured = {
    ...comparison,
    input: { ...comparison.input, cases },
    design,
    margin: resolveMargin(comparison.settings, countQuestions(cases)),
    firstRounds,
    readings: complete && imputed && { complete, imputed },
    incomplete,
    invalid: gone === void 0 ? explainInvalid(cases.length, incomplete) : null
  };
  return { ...measured, watched: gone === void 0 ? watchQuestions(measured, counts) : null };
}
function watchQuestions({ input, settings, design, firstRounds }, counts) {
  const { cases, direction } = input;
  if (!watchesQuestions(settings, cases)) return null;
  const drawn = cases.flatMap((scores, index) => {
    const { drawn: candidate } = firstRounds[index];
    const baseline = design === "stored" ? counts[index].baseline : candidate;
    return scores.isSame ? [] : [{ baseline, candidate }];
  });
  const reached = listReached(cases);
  return { complete: pairCompleteCases(reached, drawn), imputed: pairImputedCases(reached, drawn, direction) };
}
function clearsMargin(measurement, name) {
  const reading = measurement.readings?.[name];
  return reading !== void 0 && reading.lower > -measurement.margin;
}
function clearsInBoth(measurement) {
  return analyses.every((name) => clearsMargin(measurement, name));
}
function hasBrokenDraws({ watched }) {
  const questions = groupByQuestion(watched?.imputed ?? []);
  const count2 = (samples, group) => group.reduce((sum, pair) => sum + samples(pair).length, 0);
  return questions.every((group) => {
    const fewest = Math.min(
      count2((pair) => pair.baseline, group),
      count2((pair) => pair.candidate, group)
    );
    return fewest >= brokenDraws;
  });
}
function lacksTooMany(missing, all) {
  return 5 * missing > all;
}
function explainInvalid(cases, incomplete) {
  if (cases === 0) return "there are no cases to compare";
  if (incomplete === cases) return `none of ${count(cases, "case")} has all its scores in both arms`;
  if (lacksTooMany(incomplete, cases)) return `${incomplete} of ${count(cases, "case")} lack scores; at most 20 % may`;
  return null;
}

// src/gate/small-set.ts
var goodEnough = 0.8;
var badEnough = 0.2;
function decideSmallSet(measurement) {
  const { input, settings, margin, readings } = measurement;
  const questions = countQuestions(input.cases);
  const few = questions === input.cases.length ? `${count(questions, "case is", "cases are")} fewer than min-cases ${settings.minCases}` : `${count(input.cases.length, "case asks", "cases ask")} ${count(questions, "distinct question")}, fewer than min-cases ${settings.minCases}`;
  if (readings === null || !hasBrokenDraws(measurement)) {
    const what = questions === input.cases.length ? "samples of each case" : "samples of each question";
    const reason = `${few}, and it takes 5 ${what} in both arms to see which one broke`;
    return { verdict: "inconclusive", broken: [], reason };
  }
  const broken = findBroken(measurement);
  if (broken !== null) return broken;
  const drop = Math.max(...analyses.map((name) => -readings[name].difference));
  if (drop >= margin - noDifference) {
    return {
      verdict: "inconclusive",
      broken: [],
      reason: `no case broke, but the mean fell by the margin or more; ${few}`
    };
  }
  return { verdict: "pass", broken: [], reason: "no case broke (too few cases to rule out small drops)" };
}
function findBroken({ watched, input }) {
  if (watched === null) return null;
  const broken = listBroken(watched.complete, input.direction);
  if (broken.length > 0) return { verdict: "fail", broken, reason: `${listCases(broken)} broke` };
  const mayHaveBroken = listBroken(watched.imputed, input.direction);
  if (mayHaveBroken.length === 0) return null;
  const reason = `${listCases(mayHaveBroken)} may have broken: scores are missing`;
  return { verdict: "inconclusive", broken: [], reason };
}
function listCases(ids) {
  const shown = ids.slice(0, 3).map((id) => JSON.stringify(id));
  const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : "";
  return `${ids.length === 1 ? "case" : "cases"} ${shown.join(", ")}${more}`;
}
function listBroken(pairs, direction) {
  const turn = (scores) => {
    const mean = sampleMean(scores) ?? 0;
    return direction === "lower" ? 1 - mean : mean;
  };
  return groupByQuestion(pairs).flatMap((group) => {
    const baseline = turn(group.flatMap((pair) => pair.baseline));
    const candidate = turn(group.flatMap((pair) => pair.candidate));
    const isBroken2 = baseline >= goodEnough - noDifference && candidate <= badEnough + noDifference;
    return isBroken2 ? group.map((pair) => pair.case) : [];
  });
}

// src/gate/verdict.ts
var byWeight = ["fail", "invalid", "inconclusive", "pass"];
function combineVerdicts(verdicts) {
  return byWeight.find((verdict) => verdicts.includes(verdict)) ?? "invalid";
}
function combineRulings(rulings) {
  const verdict = combineVerdicts(rulings.map((ruling) => ruling.verdict));
  const reasons = byWeight.flatMap(
    (weight) => rulings.flatMap((ruling) => ruling.verdict === weight && ruling.reason !== null ? [ruling.reason] : [])
  );
  if (verdict !== "pass" && reasons.length === 0) return { verdict, reasons: ["nothing was judged"] };
  return { verdict, reasons };
}
function isGreen(verdict, settings) {
  if (verdict === "inconclusive") return settings.onInconclusive === "warn" && !settings.strict;
  return verdict === "pass";
}

// src/gate/critical.ts
var criticalTotal = 8;
function judgeCriticalCase(scores, direction) {
  if (!isBroken(scores, direction, criticalSamples, 2 / 3, "suspect")) return "fine";
  if (Math.min(scores.baseline.length, scores.candidate.length) < criticalTotal) return "flagged";
  return isBroken(scores, direction, criticalTotal, 6 / 8, "proof") ? "broke" : "unstable";
}
function isSuspect({ critical, isSame }) {
  return critical && !isSame;
}
function isBroken(scores, direction, count2, share, missing) {
  const suspected = missing === "suspect" ? 1 : 0;
  const baseline = sumGoodness(takeSamples(scores.baseline, count2), direction, suspected);
  const candidate = sumGoodness(takeSamples(scores.candidate, count2), direction, 1 - suspected);
  return baseline >= share * count2 - noDifference && candidate <= (1 - share) * count2 + noDifference;
}
function sumGoodness(scores, direction, missing) {
  return scores.reduce((sum, score) => {
    if (score === null) return sum + missing;
    return sum + (direction === "lower" ? 1 - score : score);
  }, 0);
}

// src/statistics/holm.ts
function holmRejections(pValues, levels) {
  const ratios = pValues.map((p, index) => p / levels[index]);
  const order = [...ratios.keys()].sort((a, b) => ratios[a] - ratios[b]);
  const rejected = pValues.map(() => false);
  for (const [rank, index] of order.entries()) {
    if (ratios[index] * (order.length - rank) > 1 + 1e-12) break;
    rejected[index] = true;
  }
  return rejected;
}

// src/gate/second-look.ts
var rerunTotal = 5;
function meetsGuard(measurement, name) {
  const reading = measurement.readings?.[name];
  return reading !== void 0 && -reading.difference >= measurement.settings.minDrop - noDifference;
}
function selectDiscordant(measurement) {
  return new Set(analyses.flatMap((name) => [...selectDiscordantIn(measurement, name)]));
}
function hasRerun(measurement) {
  const discordant = selectDiscordant(measurement);
  const attempts = measurement.input.cases.flatMap((scores, index) => {
    if (!discordant.has(scores.case)) return [];
    const { drawn } = measurement.firstRounds[index];
    return [{ drawn, attempted: Math.min(scores.baseline.length, scores.candidate.length) }];
  });
  const isComplete = attempts.length > 0 && attempts.every(({ attempted }) => attempted >= rerunTotal);
  return isComplete || attempts.some(({ attempted, drawn }) => attempted > drawn);
}
function testSecondLook(measurement, name) {
  const { input, readings } = measurement;
  if (readings === null) return 1;
  const discordant = selectDiscordantIn(measurement, name);
  const pooled = new Map(
    input.cases.filter((scores) => discordant.has(scores.case)).map((scores) => [scores.case, scores])
  );
  const pairs = readings[name].pairs.map((pair) => {
    const scores = pooled.get(pair.case);
    const pool = scores === void 0 ? nothing : poolSamples(scores, name, input.direction);
    return { ...pair, ...pool };
  });
  return testDrop(
    pairs,
    pairs.map((pair) => signedDifference(pair, input.direction)),
    input.direction
  );
}
var nothing = { baseline: [0], candidate: [0] };
function selectDiscordantIn(measurement, name) {
  const reading = measurement.readings?.[name];
  return new Set(reading?.pairs.filter((_, index) => reading.differences[index] !== 0).map((pair) => pair.case));
}
function countPooledSamples({ critical, baseline, candidate }) {
  const attempted = Math.max(baseline.length, candidate.length);
  return critical ? Math.min(attempted, rerunTotal) : attempted;
}
function poolSamples(scores, name, direction) {
  const worst = worstScore(direction);
  const pairs = Array.from({ length: countPooledSamples(scores) }, (_, sample) => {
    const baseline = scores.baseline[sample] ?? null;
    const candidate = scores.candidate[sample] ?? null;
    if (name === "imputed") return { baseline: baseline ?? worst, candidate: candidate ?? worst };
    return baseline === null || candidate === null ? { baseline: 0, candidate: 0 } : { baseline, candidate };
  });
  return { baseline: pairs.map((pair) => pair.baseline), candidate: pairs.map((pair) => pair.candidate) };
}

// src/gate/look.ts
var firstShare = 0.2;
function takeLooks(gating) {
  const first = rejectInBoth(gating, firstLevel, firstPValue);
  const rejectedFirst = gating.map((_, index) => analyses.every((name) => first[name][index]));
  const isDecided = rejectedFirst.includes(true);
  const inPlay = gating.map((measurement, index) => {
    const mayReject = (name) => first[name][index] === true || meetsGuard(measurement, name);
    return !isDecided && isOpen(measurement) && analyses.every(mayReject);
  });
  const tested = gating.map((measurement, index) => inPlay[index] === true && hasRerun(measurement));
  const pooled = gating.map((measurement, index) => tested[index] ? poolAnalyses(measurement) : null);
  const second = rejectInBoth(
    gating,
    secondLevel,
    (measurement, name, index) => meetsGuard(measurement, name) ? pooled[index]?.[name] ?? 1 : 1
  );
  return gating.map((measurement, index) => ({
    rejected: rejectedFirst[index] === true || tested[index] === true && analyses.every((name) => first[name][index] || second[name][index]),
    inPlay: inPlay[index] === true,
    looks: tested[index] ? 2 : 1,
    pValue: readPValue(measurement, pooled[index] ?? null)
  }));
}
function readPValue(measurement, pooled) {
  const pValues = analyses.map((name) => {
    if (pooled !== null && meetsGuard(measurement, name)) return pooled[name];
    return measurement.readings?.[name].pValue ?? null;
  });
  return pValues.reduce((larger, p) => larger === null || p === null ? null : Math.max(larger, p));
}
function rejectInBoth(gating, levelOf, pValueOf) {
  const reject = (name) => holmRejections(
    gating.map((measurement, index) => pValueOf(measurement, name, index)),
    gating.map(levelOf)
  );
  return { complete: reject("complete"), imputed: reject("imputed") };
}
function firstPValue(measurement, name) {
  if (measurement.invalid !== null || clearsMargin(measurement, name)) return 1;
  return measurement.readings?.[name].pValue ?? 1;
}
function firstLevel({ design, settings }) {
  return design === "two-looks" ? firstShare * settings.alpha : settings.alpha;
}
function secondLevel({ settings }) {
  return (1 - firstShare) * settings.alpha;
}
function isOpen(measurement) {
  const clears = analyses.some((name) => clearsMargin(measurement, name));
  return measurement.design === "two-looks" && measurement.invalid === null && !clears;
}
function poolAnalyses(measurement) {
  const complete = testSecondLook(measurement, "complete");
  const isWhole = measurement.input.cases.every((scores) => ![...scores.baseline, ...scores.candidate].includes(null));
  const hasEqualRuns = measurement.input.cases.every((scores) => scores.baseline.length === scores.candidate.length);
  return { complete, imputed: isWhole && hasEqualRuns ? complete : testSecondLook(measurement, "imputed") };
}

// src/statistics/planning.ts
var import_stats_base_dists_normal_quantile2 = __toESM(require_lib13(), 1);
var import_stats_base_dists_t_cdf2 = __toESM(require_lib14(), 1);
var import_stats_base_dists_t_quantile = __toESM(require_lib10(), 1);
var usualPower = 0.8;
function quantileSum(alpha) {
  return (0, import_stats_base_dists_normal_quantile2.default)(1 - alpha, 0, 1) + (0, import_stats_base_dists_normal_quantile2.default)(usualPower, 0, 1);
}
function detectableDrop(sd, cases, alpha) {
  return quantileSum(alpha) * sd / Math.sqrt(cases);
}
function casesToDetect(sd, drop, alpha) {
  return Math.ceil((quantileSum(alpha) * sd / drop) ** 2 - 1e-9);
}
function powerToDetect(drop, sd, cases, alpha) {
  const freedom = cases - 1;
  return (0, import_stats_base_dists_t_cdf2.default)(drop * Math.sqrt(cases) / sd - (0, import_stats_base_dists_t_quantile.default)(1 - alpha, freedom), freedom);
}

// src/gate/record-comparison.ts
function recordComparison(measurement, outcome) {
  const { input, settings, samples, margin, readings, design, firstRounds } = measurement;
  const { complete, imputed } = readings ?? { complete: null, imputed: null };
  const differences = complete?.differences ?? [];
  const questions = countQuestions(input.cases);
  const isClustered = input.cases.some((scores) => scores.cluster !== null);
  return {
    ...input.id,
    verdict: outcome.verdict,
    gates: input.gates,
    direction: input.direction,
    cases: differences.length,
    questions,
    reached: listReached(input.cases).length,
    clusters: isClustered && complete !== null ? complete.clusters : null,
    effectiveClusters: isClustered && complete !== null ? complete.effectiveClusters : null,
    worse: differences.filter((difference) => difference < 0).length,
    better: differences.filter((difference) => difference > 0).length,
    same: differences.filter((difference) => difference === 0).length,
    unscored: input.cases.length - differences.length,
    missingBaseline: countMissing(measurement, "baseline"),
    missingCandidate: countMissing(measurement, "candidate"),
    baselineMean: sampleMean((complete?.pairs ?? []).map((pair) => sampleMean(pair.baseline))),
    candidateMean: sampleMean((complete?.pairs ?? []).map((pair) => sampleMean(pair.candidate))),
    difference: complete?.difference ?? null,
    lowerBound: complete && imputed && Math.min(complete.lower, imputed.lower),
    upperBound: complete && imputed && Math.max(complete.upper, imputed.upper),
    pValue: outcome.pValue,
    ...design === "these-cases" ? { detectableDrop: null, casesToSettle: null } : planAhead(measurement, outcome.verdict),
    margin,
    alpha: settings.alpha,
    samples: firstRounds.reduce((most, { tested }) => Math.max(most, tested), input.cases.length === 0 ? samples : 1),
    looks: outcome.looks,
    baselineSource: design === "stored" ? "stored" : "fresh",
    small: chooseDesign(settings, questions, samples) === "small-set",
    proven: outcome.proven,
    gone: input.gone !== void 0,
    measuresNothing: outcome.measuresNothing,
    commonReason: outcome.measuresNothing ? input.commonReason : null,
    reason: outcome.reason
  };
}
function planAhead({ readings, settings, margin }, verdict) {
  const differences = readings?.complete.differences ?? [];
  const sd = sampleSd(differences);
  if (sd === null) return { detectableDrop: null, casesToSettle: null };
  const isConstant = sd < noDifference;
  const isOpen2 = verdict === "inconclusive";
  return {
    detectableDrop: isConstant ? null : detectableDrop(sd, differences.length, settings.alpha),
    casesToSettle: !isOpen2 ? null : isConstant ? casesForUnchangedPass(margin, settings.alpha) : casesToDetect(sd, margin, settings.alpha)
  };
}
function countMissing({ input, design, firstRounds }, arm) {
  const isStored = design === "stored" && arm === "baseline";
  const countOne = (scores, { drawn }) => takeSamples(scores[arm], Math.max(isStored ? 1 : drawn, scores[arm].length)).filter((score) => score === null).length;
  return input.cases.reduce((sum, scores, index) => sum + countOne(scores, firstRounds[index]), 0);
}

// src/gate/vacuous.ts
var nothingMeasured = "measures nothing here";
function cannotFall(means, margin, direction) {
  const worst = worstScore(direction);
  return means.length > 0 && means.every((mean) => mean !== null && Math.abs(mean - worst) <= margin + noDifference);
}
function explainNothing({ input, margin, readings }) {
  if (input.isPairwise || input.direction === "neutral" || readings === null) return null;
  const { pairs } = readings.complete;
  const means = ["baseline", "candidate"].map(
    (arm) => sampleMean(pairs.map((pair) => sampleMean(pair[arm])))
  );
  return cannotFall(means, margin, input.direction) ? `${nothingMeasured}: ${describeNothing("both sides", margin, input.commonReason)}` : null;
}
function explainNothingAlone(cases, margin, { direction, commonReason }) {
  const means = cases.flatMap(({ candidate }) => sampleMean(candidate.filter((score) => score !== null)) ?? []);
  return cannotFall([sampleMean(means)], margin, direction) ? `${nothingMeasured}: ${describeNothing("the prompt", margin, commonReason)}` : null;
}
function describeNothing(who, margin, commonReason) {
  const verb = who === "both sides" ? "lie" : "lies";
  const common = commonReason === null ? "" : ` (${commonReason})`;
  return `${who} ${verb} within ${renderPoints(margin)} of the worst score, so that a drop of the margin cannot be seen${common}; mend the metric, or set role: report`;
}

// src/gate/outcome.ts
function decideGating(measurement, look) {
  const { cases, gone } = measurement.input;
  const critical = (state) => (gone === void 0 ? cases : []).filter((scores) => isSuspect(scores) && judgeCriticalCase(scores, measurement.input.direction) === state).map((scores) => scores.case);
  const states = { broke: critical("broke"), flagged: critical("flagged"), unstable: critical("unstable") };
  const rate = decideRate(measurement, look);
  return {
    measurement,
    comparison: recordComparison(measurement, addCritical(rate, states)),
    inPlay: look.inPlay,
    flagged: states.flagged,
    brokenCritical: states.broke,
    broken: rate.broken
  };
}
function describeReport(measurement) {
  const rate = decideRate(measurement, {
    rejected: false,
    inPlay: false,
    looks: 1,
    pValue: measurement.invalid === null ? readPValue(measurement, null) : null
  });
  return recordComparison(measurement, { ...rate, verdict: rate.verdict === "pass" ? "pass" : "inconclusive" });
}
function decideRate(measurement, look) {
  const rate = decideDrop(measurement, look);
  const nothing2 = rate.verdict === "pass" ? explainNothing(measurement) : null;
  return nothing2 === null ? rate : { ...rate, verdict: "inconclusive", measuresNothing: true, reason: nothing2 };
}
function decideDrop(measurement, look) {
  const untested = { looks: 0, pValue: null, broken: [], proven: false, measuresNothing: false };
  if (measurement.invalid !== null) return { ...untested, verdict: "invalid", reason: measurement.invalid };
  const { gone } = measurement.input;
  if (gone !== void 0) return { ...untested, verdict: "inconclusive", reason: gone };
  if (measurement.design === "small-set") return { ...untested, ...decideSmallSet(measurement) };
  const tested = { ...untested, looks: look.looks, pValue: look.pValue, reason: null };
  const broken = findBroken(measurement);
  if (broken?.verdict === "fail") return { ...tested, ...broken };
  const isClear = clearsInBoth(measurement);
  if (broken !== null && (isClear || !look.rejected)) return { ...tested, ...broken };
  if (isClear) return { ...tested, verdict: "pass" };
  const verdict = look.rejected ? "fail" : "inconclusive";
  const figures = recordComparison(measurement, { ...tested, verdict });
  const reason = look.rejected ? `regression proven: ${renderCounts(figures)}` : `${explainOpen(figures, look.inPlay && look.looks === 1)}; ${explainNotRuledOut(figures)}`;
  return { ...tested, verdict, proven: look.rejected, reason };
}
function addCritical(rate, states) {
  if (states.broke.length > 0) {
    const broke = `critical ${listCases(states.broke)} broke`;
    return { ...rate, verdict: "fail", reason: rate.verdict === "fail" ? `${broke}; ${rate.reason}` : broke };
  }
  if (rate.verdict === "fail" || rate.verdict === "invalid") return rate;
  const open = [
    ...states.unstable.length > 0 ? [`unstable critical ${listCases(states.unstable)}`] : [],
    ...states.flagged.length > 0 ? [`critical ${listCases(states.flagged)} may have broken and has not run again`] : [],
    ...rate.verdict === "inconclusive" && rate.reason !== null ? [rate.reason] : []
  ];
  const isOpen2 = states.unstable.length + states.flagged.length > 0;
  return isOpen2 ? { ...rate, verdict: "inconclusive", reason: open.join("; ") } : rate;
}

// src/statistics/stored-error.ts
function storedMeanError(samples, count2 = samples.length) {
  if (count2 === 0) return null;
  let variance = 0;
  for (const scores of samples) {
    const sd = sampleSd(scores);
    if (sd === null) return null;
    variance += sd ** 2 / scores.length;
  }
  return Math.sqrt(variance) / count2;
}

// src/gate/stored-comparison.ts
var storedReason = "against a stored baseline";
var storedReach = 1.645;
var fewestStored = 3;
function screenComparison(stored) {
  const measurement = measureStored(stored);
  const untested = { looks: 0, pValue: null, proven: false, measuresNothing: false };
  const { gone } = stored.input;
  if (gone !== void 0) {
    const comparison2 = recordComparison(measurement, { ...untested, verdict: "inconclusive", reason: gone });
    return { measurement, comparison: comparison2, needsFresh: null, flagged: [], brokenCritical: [] };
  }
  const critical = screenCritical(stored);
  const { needsFresh, ...outcome } = decideStored(measurement, critical);
  const comparison = recordComparison(measurement, { ...untested, ...outcome });
  return { measurement, comparison, needsFresh, flagged: critical.flagged, brokenCritical: critical.broke };
}
function decideScreened({ measurement, comparison, brokenCritical }) {
  const { invalid } = measurement;
  const isInvalid = invalid !== null && comparison.verdict !== "fail";
  return {
    measurement,
    comparison: isInvalid ? { ...comparison, verdict: "invalid", reason: invalid } : comparison,
    inPlay: false,
    flagged: [],
    brokenCritical,
    broken: []
  };
}
function decideStored(measurement, critical) {
  const { gates } = measurement.input;
  const needsFresh = explainFresh(measurement);
  if (gates && critical.broke.length > 0) {
    return { verdict: "fail", reason: `critical ${listCases(critical.broke)} broke`, needsFresh };
  }
  if (isCandidateInvalid(measurement)) {
    return { verdict: gates ? "invalid" : "inconclusive", reason: measurement.invalid, needsFresh };
  }
  const rate = decideRate2(measurement);
  if (gates && critical.open.length > 0) {
    return { verdict: "inconclusive", reason: `unstable critical ${listCases(critical.open)}`, needsFresh };
  }
  return { ...rate, needsFresh };
}
function decideRate2(measurement) {
  const { settings, samples, invalid, input } = measurement;
  const isSmall = chooseDesign(settings, countQuestions(input.cases), samples) === "small-set";
  const outcome = isSmall && invalid === null ? screenSmallSet(measurement) : screenRate(measurement);
  const nothing2 = outcome.verdict === "pass" ? explainNothing(measurement) : null;
  return nothing2 === null ? outcome : { verdict: "inconclusive", reason: nothing2, measuresNothing: true };
}
function screenRate(measurement) {
  if (passesScreen(measurement)) return { verdict: "pass", reason: storedReason };
  const figures = recordComparison(measurement, {
    verdict: "inconclusive",
    looks: 0,
    pValue: null,
    proven: false,
    measuresNothing: false,
    reason: null
  });
  const seen = measurement.invalid ?? (showsDrop(measurement) ? "a drop" : "no drop");
  return { verdict: "inconclusive", reason: `${seen} against the stored baseline; ${explainNotRuledOut(figures)}` };
}
function screenSmallSet(measurement) {
  const { verdict, reason } = decideSmallSet(measurement);
  return verdict === "fail" ? { verdict: "inconclusive", reason: `${reason} against the stored baseline, which proves nothing alone` } : { verdict, reason };
}
function passesScreen(measurement) {
  if (measurement.invalid !== null || showsDrop(measurement)) return false;
  return analyses.every((name) => clearsStored(measurement, name));
}
function showsDrop(measurement) {
  return analyses.some((name) => meetsGuard(measurement, name));
}
function clearsStored({ readings, margin, settings }, name) {
  if (readings === null) return false;
  const { pairs, lower } = readings[name];
  const reached = listReached(pairs);
  if (reached.some((pair) => pair.baseline.length < fewestStored)) return false;
  const error = storedMeanError(
    reached.map((pair) => pair.baseline),
    pairs.length
  );
  if (error === null) return false;
  const drift = settings.driftAllowance * reached.length / pairs.length;
  return lower > -(margin - drift - storedReach * error);
}
function explainFresh(measurement) {
  const { settings, invalid, input, samples, watched } = measurement;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  if (settings.strict) return "strict asks for a fresh baseline";
  if (design === "small-set") return "a small set always runs the base side afresh";
  if (design === "these-cases") return "target cases always runs the base side afresh";
  if (watched !== null && watched.imputed.length > 0) {
    return `a change that reaches fewer than ${settings.minCases} questions always runs the base side afresh`;
  }
  if (invalid !== null) return `the stored baseline lacks scores: ${invalid}`;
  if (showsDrop(measurement)) return "the stored baseline shows a drop";
  if (settings.afterScreen === "stop" || passesScreen(measurement)) return null;
  return "the stored baseline shows no drop and cannot rule one out";
}
function isCandidateInvalid({ input, firstRounds }) {
  const missing = input.cases.filter(
    (scores, index) => !scores.isSame && !isScored(takeSamples(scores.candidate, firstRounds[index].tested))
  ).length;
  return input.cases.length === 0 || lacksTooMany(missing, input.cases.length);
}
function screenCritical({ input, freshCritical }) {
  const fresh = new Map(freshCritical.map((scores) => [scores.case, scores]));
  const flagged = input.cases.filter((scores) => isSuspect(scores) && judgeCriticalCase(scores, input.direction) !== "fine").map((scores) => scores.case);
  const broke = flagged.filter((id) => {
    const scores = fresh.get(id);
    return scores !== void 0 && judgeCriticalCase(scores, input.direction) === "broke";
  });
  return {
    broke,
    open: flagged.filter((id) => !broke.includes(id)),
    flagged: flagged.filter((id) => !fresh.has(id))
  };
}

// src/gate/decide.ts
function decideGate(comparisons) {
  const screened = /* @__PURE__ */ new Map();
  const measured = comparisons.map((comparison) => {
    if (!("freshCritical" in comparison)) return measureComparison(comparison);
    const screen = screenComparison(comparison);
    screened.set(screen.measurement, screen);
    return screen.measurement;
  });
  const gating = measured.filter(isGating);
  const looks = takeLooks(gating);
  const results = gating.map((measurement, index) => {
    const screen = screened.get(measurement);
    return screen === void 0 ? decideGating(measurement, looks[index]) : decideScreened(screen);
  });
  const decided = new Map(results.map((result) => [result.measurement, result.comparison]));
  const nothing2 = explainNothing2(measured, gating);
  const { verdict, reasons } = combineRulings(nothing2 === null ? results.map(buildRuling) : [nothing2]);
  const signals = nothing2 === null ? results.map(({ comparison, measurement }) => isGreen(comparison.verdict, measurement.settings)) : comparisons.map(({ settings }) => isGreen(verdict, settings));
  return {
    verdict,
    green: verdict !== "invalid" && signals.every((green) => green),
    comparisons: measured.map(
      (measurement) => decided.get(measurement) ?? screened.get(measurement)?.comparison ?? describeReport(measurement)
    ),
    reasons,
    rerun: verdict === "inconclusive" ? planRerun(results) : [],
    broken: results.flatMap(listBroken2)
  };
}
function isGating({ input }) {
  return input.gates && input.direction !== "neutral";
}
function explainNothing2(measured, gating) {
  if (measured.length === 0) return { verdict: "invalid", reason: "there is no metric to compare" };
  if (measured.every(({ input }) => input.cases.length === 0)) {
    return { verdict: "invalid", reason: "there are no cases to compare" };
  }
  return gating.length === 0 ? { verdict: "inconclusive", reason: "nothing may gate yet" } : null;
}
function buildRuling({ comparison }) {
  const reason = comparison.reason === null ? null : `${nameComparison(comparison)}: ${comparison.reason}`;
  return { verdict: comparison.verdict, reason };
}
function planRerun(results) {
  const planned = /* @__PURE__ */ new Map();
  for (const { measurement, inPlay, flagged } of results) {
    const { suite, prompt } = measurement.input.id;
    const discordant = inPlay ? selectDiscordant(measurement) : /* @__PURE__ */ new Set();
    for (const scores of measurement.input.cases) {
      const total = flagged.includes(scores.case) ? criticalTotal : discordant.has(scores.case) ? rerunTotal : 0;
      const attempted = Math.min(scores.baseline.length, scores.candidate.length);
      if (attempted >= total) continue;
      const key = JSON.stringify([suite, prompt, scores.case]);
      const samples = new Set(planned.get(key)?.samples);
      for (let sample = Math.max(attempted, 1); sample < total; sample += 1) samples.add(sample);
      planned.set(key, { suite, prompt, case: scores.case, samples: [...samples].sort((a, b) => a - b) });
    }
  }
  return [...planned.values()];
}
function listBroken2({ measurement, broken, brokenCritical }) {
  return [
    ...broken.map((id) => ({ ...measurement.input.id, case: id, critical: false })),
    ...brokenCritical.map((id) => ({ ...measurement.input.id, case: id, critical: true }))
  ];
}

export {
  findCommonest,
  describeCommonest,
  explainGap,
  require_lib13 as require_lib,
  detectableDrop,
  casesToDetect,
  powerToDetect,
  noDifference,
  worstScore,
  numberClusters,
  criticalTotal,
  isBroken,
  measureComparison,
  lacksTooMany,
  rerunTotal,
  nameComparison,
  namePrompt,
  renderPoints,
  renderSignedPoints,
  renderCounts,
  listCases,
  nothingMeasured,
  explainNothingAlone,
  describeNothing,
  screenComparison,
  combineVerdicts,
  combineRulings,
  isGreen,
  decideGate
};
