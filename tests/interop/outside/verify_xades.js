// Verify enveloped signatures with xadesjs; prints a line for each file.
const fs = require("fs");
const { Crypto } = require("@peculiar/webcrypto");
const { DOMParser, XMLSerializer, DOMImplementation } = require("@xmldom/xmldom");
const xpath = require("xpath");
const core = require("xml-core");
const xadesjs = require("xadesjs");

core.setNodeDependencies({ DOMParser, XMLSerializer, DOMImplementation, xpath });
xadesjs.Application.setEngine("node", new Crypto());
const DS = "http://www.w3.org/2000/09/xmldsig#";

(async () => {
  for (const name of process.argv.slice(2)) {
    const document = new DOMParser().parseFromString(fs.readFileSync(name, "utf8"), "application/xml");
    const signature = new xadesjs.SignedXml(document);
    signature.LoadXml(document.getElementsByTagNameNS(DS, "Signature")[0]);
    try {
      console.log((await signature.Verify()) ? "valid" : "refused");
    } catch (error) {
      console.log("refused: " + error.message.split("\n")[0]);
    }
  }
})();
