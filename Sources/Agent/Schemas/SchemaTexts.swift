// Written by Scripts/embed-schemas from Sources/Agent/Schemas/json; change those files.

/// The schemas as they are written, with their marks.
enum SchemaTexts {
    static let all: [(name: String, text: String)] = [
        ("active", active),
        ("alert", alert),
        ("document", document),
        ("history", history),
        ("portfolio", portfolio),
        ("reason", reason),
        ("rule-explanation", ruleExplanation),
        ("summary", summary),
    ]

    private static let active = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:active",
          "title": "alerts/active.json: what fires now",
          "type": "object",
          "required": [
            "version",
            "sequence",
            "alerts"
          ],
          "additionalProperties": false,
          "properties": {
            "version": {
              "const": 1
            },
            "asOf": {
              "type": "string",
              "description": "The day judged last. A civil day, YYYY-MM-DD.",
              "format": "date"
            },
            "sequence": {
              "type": "integer",
              "minimum": 0,
              "description": "The last alert line it knows of."
            },
            "alerts": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "alert",
                  "since",
                  "last"
                ],
                "additionalProperties": false,
                "properties": {
                  "alert": {
                    "type": "string",
                    "description": "The id of the event that raised it.",
                    "minLength": 1
                  },
                  "since": {
                    "type": "string",
                    "description": "Since when it fires. A civil day, YYYY-MM-DD.",
                    "format": "date"
                  },
                  "acknowledged": {
                    "type": "string",
                    "description": "Who has seen it, and the note.",
                    "minLength": 1
                  },
                  "last": {
                    "$ref": "#/$defs/line",
                    "description": "The last line told of it."
                  }
                }
              },
              "description": "By customer key, then rule."
            }
          },
          "$defs": {
            "line": "@schema:alert"
          }
        }
        """##

    private static let alert = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:alert",
          "title": "A line of alerts/alerts.jsonl: one step of one alert",
          "type": "object",
          "required": [
            "id",
            "alert",
            "sequence",
            "at",
            "asOf",
            "event",
            "rule",
            "severity",
            "indicator",
            "amount",
            "currency",
            "audience",
            "message",
            "cause"
          ],
          "additionalProperties": false,
          "properties": {
            "id": {
              "type": "string",
              "description": "Identity of the event; the same when it is delivered again.",
              "minLength": 1
            },
            "alert": {
              "type": "string",
              "description": "The alert it is a step of: the id of the event that raised it. `vigie alerts ack` takes it.",
              "minLength": 1
            },
            "sequence": {
              "type": "integer",
              "minimum": 1,
              "description": "Counts the lines of a home, in the order they were told."
            },
            "at": {
              "type": "string",
              "description": "When it was told. RFC 3339 with offset.",
              "format": "date-time"
            },
            "asOf": {
              "type": "string",
              "description": "The day it was judged on. A civil day, YYYY-MM-DD.",
              "format": "date"
            },
            "event": {
              "enum": [
                "raised",
                "escalated",
                "eased",
                "resolved",
                "acknowledged"
              ],
              "description": "The step. `escalated` is also what happened again at the same severity, such as a further reduction of a limit."
            },
            "rule": {
              "type": "string",
              "description": "The rule of rules/alerts.yaml.",
              "minLength": 1
            },
            "severity": {
              "enum": "@severities",
              "description": "After the step; of a resolved alert, what it was."
            },
            "previousSeverity": {
              "enum": "@severities",
              "description": "Before an escalation or easing; absent where it is the same."
            },
            "customer": {
              "type": "object",
              "description": "Whom it is about; absent for the portfolio.",
              "required": [
                "key",
                "name"
              ],
              "additionalProperties": false,
              "properties": {
                "key": {
                  "type": "string",
                  "description": "Stable key of the customer.",
                  "minLength": 1
                },
                "name": {
                  "type": "string",
                  "description": "Its name.",
                  "minLength": 1
                },
                "siren": {
                  "type": "string",
                  "description": "SIREN, the French company number.",
                  "pattern": "^[0-9]{9}$"
                },
                "code": {
                  "type": "string",
                  "description": "Its code in our books.",
                  "minLength": 1
                }
              }
            },
            "scope": {
              "const": "portfolio",
              "description": "Written where it is about the whole portfolio."
            },
            "indicator": {
              "enum": "@indicatorNames",
              "description": "What the rule watches."
            },
            "value": {
              "type": [
                "number",
                "boolean"
              ],
              "description": "The indicator: an amount in `currency`, a share (0.25 is a quarter), days, a count, or true or false. Absent where not known."
            },
            "threshold": {
              "type": [
                "number",
                "boolean"
              ],
              "description": "What it was compared with, in the same unit."
            },
            "amount": {
              "type": "number",
              "description": "The exposure, VAT included. Written exactly, with the decimals of `currency`."
            },
            "limit": {
              "type": "number",
              "description": "The insured limit in force. Written exactly, with the decimals of `currency`."
            },
            "currency": {
              "type": "string",
              "pattern": "^[A-Z]{3}$",
              "description": "ISO 4217 code of the amounts beside it."
            },
            "audience": {
              "type": "array",
              "items": {
                "type": "string"
              },
              "description": "The departments it is for, as in company.yaml; empty: for nobody in particular."
            },
            "message": {
              "type": "string",
              "description": "What happened, how much, against what, in the configured language.",
              "minLength": 1
            },
            "action": {
              "type": "string",
              "description": "What to do.",
              "minLength": 1
            },
            "acknowledged": {
              "type": "string",
              "description": "Who has seen it, and the note.",
              "minLength": 1
            },
            "cause": {
              "type": "object",
              "description": "What brought it about.",
              "required": [
                "file"
              ],
              "additionalProperties": false,
              "properties": {
                "file": {
                  "type": "string",
                  "description": "The file that brought it about; empty for the passing of a day or a change of rules."
                },
                "document": {
                  "type": "string",
                  "description": "The document of the file that concerns the customer.",
                  "minLength": 1
                }
              }
            }
          },
          "oneOf": [
            {
              "required": [
                "customer"
              ]
            },
            {
              "required": [
                "scope"
              ]
            }
          ]
        }
        """##

    private static let document = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:document",
          "title": "A line of `vigie read --json`: one document as it is understood",
          "type": "object",
          "required": [
            "kind"
          ],
          "oneOf": [
            {
              "$ref": "#/$defs/invoice"
            },
            {
              "$ref": "#/$defs/payment"
            },
            {
              "$ref": "#/$defs/limit"
            },
            {
              "$ref": "#/$defs/customer"
            },
            {
              "$ref": "#/$defs/status"
            },
            {
              "$ref": "#/$defs/openItems"
            },
            {
              "$ref": "#/$defs/event"
            },
            {
              "$ref": "#/$defs/rates"
            }
          ],
          "$defs": {
            "invoice": {
              "type": "object",
              "required": [
                "kind",
                "number",
                "type",
                "issued",
                "currency",
                "payable",
                "effect",
                "buyer",
                "precedes",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "enum": [
                    "invoice",
                    "creditNote"
                  ]
                },
                "number": {
                  "type": "string",
                  "description": "BT-1.",
                  "minLength": 1
                },
                "type": {
                  "type": "string",
                  "description": "UNTDID 1001 code (BT-3), such as 380 or 381.",
                  "pattern": "^[0-9]{1,3}$"
                },
                "issued": {
                  "type": "string",
                  "description": "BT-2. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "due": {
                  "type": "string",
                  "description": "BT-9, or worked out from the terms. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "dueEstimated": {
                  "const": true,
                  "description": "The due date was worked out. Absent where not."
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "total": {
                  "type": "number",
                  "description": "BT-112, with VAT, as written: positive also on a credit note. Written exactly, with the decimals of `currency`."
                },
                "net": {
                  "type": "number",
                  "description": "BT-109, without VAT, as written. Written exactly, with the decimals of `currency`."
                },
                "payable": {
                  "type": "number",
                  "description": "BT-115, as written. Written exactly, with the decimals of `currency`."
                },
                "effect": {
                  "type": "number",
                  "description": "The signed change to what the customer owes. Written exactly, with the decimals of `currency`."
                },
                "seller": {
                  "$ref": "#/$defs/party",
                  "description": "Who invoices."
                },
                "buyer": {
                  "$ref": "#/$defs/party",
                  "description": "Who is invoiced."
                },
                "payee": {
                  "$ref": "#/$defs/party",
                  "description": "Who is to be paid, where not the seller."
                },
                "payer": {
                  "$ref": "#/$defs/party",
                  "description": "Who is to pay, where not the buyer."
                },
                "precedes": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "Invoices it corrects or credits, or whose deposit it deducts (BT-25)."
                },
                "precedesIssued": {
                  "type": "array",
                  "items": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "format": "date"
                  },
                  "description": "Their dates (BT-26), in the same order."
                },
                "instalments": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "due",
                      "amount"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "due": {
                        "type": "string",
                        "description": "When. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "amount": {
                        "type": "number",
                        "description": "How much. Written exactly, with the decimals of `currency`."
                      }
                    }
                  },
                  "description": "Where it is paid in parts."
                },
                "terms": {
                  "type": "string",
                  "description": "BT-20, as written."
                },
                "prepaid": {
                  "type": "number",
                  "description": "BT-113, already paid. Written exactly, with the decimals of `currency`."
                },
                "order": {
                  "type": "string",
                  "description": "BT-13."
                },
                "contract": {
                  "type": "string",
                  "description": "BT-12."
                },
                "remittance": {
                  "type": "string",
                  "description": "BT-83."
                },
                "buyerReference": {
                  "type": "string",
                  "description": "BT-10."
                },
                "process": {
                  "type": "string",
                  "description": "BT-23."
                },
                "profile": {
                  "type": "string",
                  "description": "BT-24."
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                },
                "deductsDeposits": {
                  "const": true,
                  "description": "Its amount is the whole: deposits it names are deducted. Absent where not."
                },
                "opening": {
                  "type": "object",
                  "required": [
                    "day",
                    "through"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "day": {
                      "type": "string",
                      "description": "The first day of the year it was brought into. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "balance": {
                      "const": true,
                      "description": "One amount for all that was owed, by no piece: it counts as far as other documents do not explain it. Absent where not."
                    },
                    "enteredLater": {
                      "type": "number",
                      "description": "What the same books entered later of documents dated before the day; absent for 0. Written exactly, with the decimals of `currency`."
                    },
                    "through": {
                      "type": "string",
                      "description": "The last day these books had entries of. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    }
                  },
                  "description": "Set where the books brought it forward from an earlier year: no sale of its own."
                }
              }
            },
            "payment": {
              "type": "object",
              "required": [
                "kind",
                "type",
                "date",
                "currency",
                "amount",
                "effect",
                "payer",
                "remittance",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "const": "payment"
                },
                "reference": {
                  "type": "string",
                  "description": "Its own reference.",
                  "minLength": 1
                },
                "type": {
                  "enum": [
                    "payment",
                    "return",
                    "refund"
                  ],
                  "description": "Received, taken back by the bank, or paid back by us."
                },
                "date": {
                  "type": "string",
                  "description": "When it was booked. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "amount": {
                  "type": "number",
                  "description": "As written. Written exactly, with the decimals of `currency`."
                },
                "effect": {
                  "type": "number",
                  "description": "The signed change to what the customer owes. Written exactly, with the decimals of `currency`."
                },
                "payer": {
                  "$ref": "#/$defs/payer",
                  "description": "From whom."
                },
                "remittance": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "Invoices it says it pays."
                },
                "remittanceAmounts": {
                  "type": "array",
                  "items": {
                    "type": [
                      "number",
                      "null"
                    ]
                  },
                  "description": "The part meant for each, in the same order."
                },
                "remittanceInferred": {
                  "type": "array",
                  "items": {
                    "type": "boolean"
                  },
                  "description": "Whether each was found in free text, in the same order."
                },
                "text": {
                  "type": "string",
                  "description": "Free text, as the bank passed it on."
                },
                "ordinal": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Which of several identical rows, from 1 for the second."
                },
                "books": {
                  "const": true,
                  "description": "Read from accounting entries, which a bank statement may tell of too. Absent where not."
                },
                "entry": {
                  "type": "object",
                  "description": "What only a bank statement says.",
                  "required": [],
                  "additionalProperties": false,
                  "properties": {
                    "account": {
                      "type": "string",
                      "description": "Our account."
                    },
                    "bankReference": {
                      "type": "string",
                      "description": "The bank's reference."
                    },
                    "endToEnd": {
                      "type": "string",
                      "description": "End-to-end identification."
                    },
                    "statement": {
                      "type": "string",
                      "description": "The statement and the place in it."
                    },
                    "valueDate": {
                      "type": "string",
                      "description": "Value date. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "code": {
                      "type": "string",
                      "description": "Bank transaction code, as given."
                    },
                    "returnReason": {
                      "type": "string",
                      "description": "Why it was returned, as given."
                    },
                    "batch": {
                      "type": "string",
                      "description": "The booking it is a detail of."
                    },
                    "ultimatePayer": {
                      "type": "string",
                      "description": "On whose behalf."
                    },
                    "instructed": {
                      "$ref": "#/$defs/money",
                      "description": "What was ordered, where it differs."
                    },
                    "charges": {
                      "$ref": "#/$defs/money",
                      "description": "What the bank kept."
                    }
                  }
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                }
              }
            },
            "limit": {
              "type": "object",
              "required": [
                "kind",
                "buyer",
                "currency",
                "limit",
                "status",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "const": "limit"
                },
                "buyer": {
                  "$ref": "#/$defs/party",
                  "description": "Who is insured."
                },
                "insurer": {
                  "type": "string",
                  "description": "Who decided.",
                  "minLength": 1
                },
                "policy": {
                  "type": "string",
                  "description": "Under which policy.",
                  "minLength": 1
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "limit": {
                  "type": "number",
                  "description": "The insured limit; 0 where refused. Written exactly, with the decimals of `currency`."
                },
                "from": {
                  "type": "string",
                  "description": "First day in force. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "to": {
                  "type": "string",
                  "description": "Last day in force. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "status": {
                  "enum": "@limitStatuses",
                  "description": "The decision."
                },
                "insuredShare": {
                  "type": "number",
                  "description": "Quotité, in percent.",
                  "minimum": 0,
                  "maximum": 100
                },
                "maximumCreditDays": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Longest credit covered, in days from the invoice."
                },
                "maximumExtensionDays": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Longest extension, in days from the due date."
                },
                "declarationDays": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Days from the due date to declare an overdue."
                },
                "temporary": {
                  "const": true,
                  "description": "Adds to the permanent limit. Absent where not."
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                },
                "group": {
                  "const": true,
                  "description": "A limit on the group: the buyer is the parent. Absent where not."
                }
              }
            },
            "customer": {
              "type": "object",
              "required": [
                "kind",
                "customer",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "const": "customer"
                },
                "customer": {
                  "$ref": "#/$defs/party",
                  "description": "Who."
                },
                "parent": {
                  "type": "string",
                  "description": "The group it belongs to.",
                  "minLength": 1
                },
                "noParent": {
                  "const": true,
                  "description": "It belongs to no group, whatever earlier records say. Absent where not said."
                },
                "sector": {
                  "type": "string",
                  "description": "Its sector.",
                  "minLength": 1
                },
                "segment": {
                  "type": "string",
                  "description": "Its segment.",
                  "minLength": 1
                },
                "salesOwner": {
                  "type": "string",
                  "description": "Who sells to it.",
                  "minLength": 1
                },
                "terms": {
                  "$ref": "#/$defs/terms"
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "internalLimit": {
                  "type": "number",
                  "description": "What we allow. Written exactly, with the decimals of `currency`."
                },
                "margin": {
                  "type": "number",
                  "description": "Our margin, a fraction."
                },
                "from": {
                  "type": "string",
                  "description": "Since when. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                }
              },
              "dependentRequired": {
                "internalLimit": [
                  "currency"
                ]
              }
            },
            "status": {
              "type": "object",
              "required": [
                "kind",
                "number",
                "code",
                "status",
                "date",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "const": "status"
                },
                "number": {
                  "type": "string",
                  "description": "The invoice's number.",
                  "minLength": 1
                },
                "issued": {
                  "type": "string",
                  "description": "The invoice's date. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "type": {
                  "type": "string",
                  "description": "UNTDID 1001 code (BT-3), such as 380 or 381.",
                  "pattern": "^[0-9]{1,3}$"
                },
                "code": {
                  "type": "string",
                  "description": "The platform's code.",
                  "minLength": 1
                },
                "status": {
                  "enum": "@statusMeanings",
                  "description": "What it means."
                },
                "date": {
                  "type": "string",
                  "description": "When. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "secondOfDay": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Seconds after midnight."
                },
                "effective": {
                  "type": "string",
                  "description": "The day it counts from, where stated. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "amount": {
                  "type": "number",
                  "description": "Cash confirmed or announced. Written exactly, with the decimals of `currency`."
                },
                "reason": {
                  "type": "string",
                  "description": "Why, as stated.",
                  "minLength": 1
                },
                "seller": {
                  "$ref": "#/$defs/party",
                  "description": "Who invoices."
                },
                "buyer": {
                  "$ref": "#/$defs/party",
                  "description": "Who is invoiced."
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                }
              }
            },
            "openItems": {
              "type": "object",
              "required": [
                "kind",
                "source",
                "date",
                "items",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "const": "openItems"
                },
                "source": {
                  "type": "string",
                  "description": "The description it was read by.",
                  "minLength": 1
                },
                "date": {
                  "type": "string",
                  "description": "The day it is of. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "items": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "number",
                      "currency",
                      "open",
                      "customer"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "number": {
                        "type": "string",
                        "description": "Its number."
                      },
                      "issued": {
                        "type": "string",
                        "description": "When. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "due": {
                        "type": "string",
                        "description": "As stated. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the amounts beside it."
                      },
                      "open": {
                        "type": "number",
                        "description": "Positive is owed, negative a credit. Written exactly, with the decimals of `currency`."
                      },
                      "payment": {
                        "const": true,
                        "description": "A negative item that is a payment. Absent where not."
                      },
                      "customer": {
                        "$ref": "#/$defs/party",
                        "description": "Whose."
                      },
                      "line": {
                        "type": "integer",
                        "minimum": 1,
                        "description": "The row."
                      }
                    }
                  },
                  "description": "All that is open."
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                }
              }
            },
            "event": {
              "type": "object",
              "required": [
                "kind",
                "date",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "enum": "@eventKinds"
                },
                "number": {
                  "type": "string",
                  "description": "The invoice it is about.",
                  "minLength": 1
                },
                "date": {
                  "type": "string",
                  "description": "When. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "until": {
                  "type": "string",
                  "description": "What a promise is for. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "amount": {
                  "type": "number",
                  "description": "How much. Written exactly, with the decimals of `currency`."
                },
                "currencyAssumed": {
                  "const": true,
                  "description": "Nobody said the currency: of an invoice in another one the amount is in the invoice's. Absent where it is stated."
                },
                "terms": {
                  "$ref": "#/$defs/terms"
                },
                "value": {
                  "type": "string",
                  "description": "The rating, the step, the kind of procedure.",
                  "minLength": 1
                },
                "by": {
                  "type": "string",
                  "description": "Who.",
                  "minLength": 1
                },
                "secondBy": {
                  "type": "string",
                  "description": "Who confirmed it.",
                  "minLength": 1
                },
                "source": {
                  "type": "string",
                  "description": "Where it is from.",
                  "minLength": 1
                },
                "note": {
                  "type": "string",
                  "description": "A note.",
                  "minLength": 1
                },
                "customer": {
                  "$ref": "#/$defs/party",
                  "description": "Whom it is about."
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                },
                "register": {
                  "type": "object",
                  "description": "What a company register says.",
                  "required": [
                    "state"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "date": {
                      "type": "string",
                      "description": "When it said so. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "source": {
                      "type": "string",
                      "description": "Which register.",
                      "minLength": 1
                    },
                    "state": {
                      "enum": [
                        "active",
                        "ceased"
                      ],
                      "description": "Whether the company exists."
                    },
                    "ceased": {
                      "type": "string",
                      "description": "When it ceased. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "name": {
                      "type": "string",
                      "description": "Its name there.",
                      "minLength": 1
                    },
                    "legalForm": {
                      "type": "string",
                      "description": "Its legal form.",
                      "minLength": 1
                    },
                    "activity": {
                      "type": "string",
                      "description": "Its activity, a NAF code.",
                      "minLength": 1
                    },
                    "siret": {
                      "type": "string",
                      "description": "SIRET of the head office.",
                      "minLength": 1
                    },
                    "headcount": {
                      "type": "string",
                      "description": "Its headcount, as stated.",
                      "minLength": 1
                    },
                    "accountsYear": {
                      "type": "integer",
                      "description": "Year of the last accounts filed."
                    },
                    "turnover": {
                      "type": "number",
                      "description": "Turnover of that year, EUR."
                    },
                    "netResult": {
                      "type": "number",
                      "description": "Net result of that year, EUR; negative for a loss."
                    }
                  }
                }
              },
              "dependentRequired": {
                "amount": [
                  "currency"
                ]
              }
            },
            "party": {
              "type": "object",
              "description": "A company or person as the document names it; unknown parts are absent.",
              "required": [],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string",
                  "description": "As the document writes it.",
                  "minLength": 1
                },
                "siren": {
                  "type": "string",
                  "description": "SIREN, the French company number.",
                  "pattern": "^[0-9]{9}$"
                },
                "siret": {
                  "type": "string",
                  "description": "SIRET, the number of an establishment.",
                  "pattern": "^[0-9]{14}$"
                },
                "vat": {
                  "type": "string",
                  "description": "VAT identifier.",
                  "minLength": 1
                },
                "code": {
                  "type": "string",
                  "description": "The code our own books give the party.",
                  "minLength": 1
                },
                "country": {
                  "type": "string",
                  "description": "Country, as stated; ISO 3166 alpha-2 in e-invoices.",
                  "minLength": 1
                },
                "others": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "value"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "scheme": {
                        "type": "string",
                        "description": "The list it is from, an ISO 6523 code."
                      },
                      "value": {
                        "type": "string",
                        "description": "The identifier.",
                        "minLength": 1
                      }
                    }
                  },
                  "description": "Further identifiers."
                }
              }
            },
            "payer": {
              "type": "object",
              "description": "Who paid.",
              "required": [],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string",
                  "description": "As the document writes it.",
                  "minLength": 1
                },
                "siren": {
                  "type": "string",
                  "description": "SIREN, the French company number.",
                  "pattern": "^[0-9]{9}$"
                },
                "siret": {
                  "type": "string",
                  "description": "SIRET, the number of an establishment.",
                  "pattern": "^[0-9]{14}$"
                },
                "vat": {
                  "type": "string",
                  "description": "VAT identifier.",
                  "minLength": 1
                },
                "code": {
                  "type": "string",
                  "description": "The code our own books give the party.",
                  "minLength": 1
                },
                "country": {
                  "type": "string",
                  "description": "Country, as stated; ISO 3166 alpha-2 in e-invoices.",
                  "minLength": 1
                },
                "others": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "value"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "scheme": {
                        "type": "string",
                        "description": "The list it is from, an ISO 6523 code."
                      },
                      "value": {
                        "type": "string",
                        "description": "The identifier.",
                        "minLength": 1
                      }
                    }
                  },
                  "description": "Further identifiers."
                },
                "iban": {
                  "type": "string",
                  "description": "IBAN of the payer's account."
                }
              }
            },
            "money": {
              "type": "object",
              "required": [
                "amount",
                "currency"
              ],
              "additionalProperties": false,
              "properties": {
                "amount": {
                  "type": "number",
                  "description": "How much. Written exactly, with the decimals of `currency`."
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                }
              }
            },
            "terms": {
              "type": "object",
              "description": "When an invoice falls due.",
              "required": [
                "days"
              ],
              "additionalProperties": false,
              "properties": {
                "days": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Days from the invoice."
                },
                "endOfMonth": {
                  "enum": [
                    "daysThenMonthEnd",
                    "monthEndThenDays"
                  ],
                  "description": "Which comes first, days or month's end."
                },
                "dayOfMonth": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The day of the month after."
                }
              }
            },
            "message": {
              "type": "object",
              "description": "Something said about a place of a file.",
              "required": [
                "code",
                "message"
              ],
              "additionalProperties": false,
              "properties": {
                "code": {
                  "type": "string",
                  "description": "What it is, for programs; stable.",
                  "pattern": "^[a-zA-Z]+\\.[A-Za-z0-9]+$"
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The line of the file."
                },
                "field": {
                  "type": "string",
                  "description": "The column's heading, or the business term such as BT-2.",
                  "minLength": 1
                },
                "message": {
                  "type": "string",
                  "description": "What is wrong, in the configured language.",
                  "minLength": 1
                },
                "remedy": {
                  "type": "string",
                  "description": "How to mend it.",
                  "minLength": 1
                }
              }
            },
            "rates": {
              "type": "object",
              "description": "Reference rates of a day.",
              "required": [
                "kind",
                "date",
                "perEuro",
                "warnings"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "const": "rates"
                },
                "date": {
                  "type": "string",
                  "description": "Of which day. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "perEuro": {
                  "type": "object",
                  "description": "Units for one euro, by ISO 4217 code.",
                  "additionalProperties": false,
                  "patternProperties": {
                    "^[A-Z]{3}$": {
                      "type": "number",
                      "exclusiveMinimum": 0
                    }
                  }
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The row of the file."
                },
                "warnings": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/message"
                  },
                  "description": "What was assumed or looks wrong."
                }
              }
            }
          }
        }
        """##

    private static let history = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:history",
          "title": "`vigie history --json`: a customer's whole story in the order of its days",
          "type": "object",
          "required": [
            "version",
            "customer",
            "name",
            "verification",
            "history"
          ],
          "additionalProperties": false,
          "properties": {
            "version": {
              "const": 1
            },
            "customer": {
              "type": "string",
              "description": "Stable key of the customer.",
              "minLength": 1
            },
            "name": {
              "type": "string",
              "description": "Its name.",
              "minLength": 1
            },
            "verification": {
              "type": "object",
              "description": "Whether somebody checked the customer, and what is missing.",
              "required": [
                "state"
              ],
              "additionalProperties": false,
              "properties": {
                "state": {
                  "enum": [
                    "unverified",
                    "incomplete",
                    "due",
                    "verified"
                  ],
                  "description": "Where it stands."
                },
                "last": {
                  "type": "string",
                  "description": "The last verification. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "by": {
                  "type": "string",
                  "description": "Who made it.",
                  "minLength": 1
                },
                "due": {
                  "type": "string",
                  "description": "Until when it holds, by the interval of the grade. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "missing": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "What the policy wants known and is not."
                },
                "demanded": {
                  "const": true,
                  "description": "The exposure is above the policy's threshold. Absent where not."
                }
              }
            },
            "history": {
              "type": "array",
              "description": "What happened, oldest first.",
              "items": {
                "type": "object",
                "required": [
                  "date",
                  "kind",
                  "title"
                ],
                "additionalProperties": false,
                "dependentRequired": {
                  "movement": [
                    "balance",
                    "currency"
                  ],
                  "balance": [
                    "movement"
                  ],
                  "line": [
                    "file"
                  ]
                },
                "properties": {
                  "date": {
                    "type": "string",
                    "description": "When. A civil day, YYYY-MM-DD.",
                    "format": "date"
                  },
                  "kind": {
                    "description": "What it is: money that moved, an insurer's decision, an alert, or the kind of an event.",
                    "anyOf": [
                      {
                        "enum": [
                          "invoice",
                          "debit",
                          "withdrawn",
                          "replaced",
                          "creditNote",
                          "payment",
                          "return",
                          "writeOff",
                          "tolerance",
                          "limit",
                          "alert"
                        ]
                      },
                      {
                        "enum": "@eventKinds"
                      }
                    ]
                  },
                  "subject": {
                    "type": "string",
                    "description": "The number, reference or name of what it is about.",
                    "minLength": 1
                  },
                  "movement": {
                    "type": "number",
                    "description": "What it changes in what the customer owes, with the currency's decimals; positive where more is owed. Absent for what moves no money."
                  },
                  "balance": {
                    "type": "number",
                    "description": "What is owed in this currency after it."
                  },
                  "currency": {
                    "type": "string",
                    "description": "ISO 4217, of movement and balance.",
                    "pattern": "^[A-Z]{3}$"
                  },
                  "title": {
                    "type": "string",
                    "description": "What happened, for people, in the configured language.",
                    "minLength": 1
                  },
                  "detail": {
                    "type": "string",
                    "description": "The rest, for people.",
                    "minLength": 1
                  },
                  "file": {
                    "type": "string",
                    "description": "The file that told of it.",
                    "minLength": 1
                  },
                  "line": {
                    "type": "integer",
                    "description": "The row of that file.",
                    "minimum": 1
                  }
                }
              }
            }
          }
        }
        """##

    private static let portfolio = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:portfolio",
          "title": "portfolio/portfolio.json: every customer with what it owes and how risky it is",
          "type": "object",
          "required": [
            "version",
            "sequence",
            "company",
            "totals",
            "customers",
            "groups"
          ],
          "additionalProperties": false,
          "properties": {
            "version": {
              "const": 1
            },
            "asOf": {
              "type": "string",
              "description": "The day judged last. A civil day, YYYY-MM-DD.",
              "format": "date"
            },
            "sequence": {
              "type": "integer",
              "minimum": 0,
              "description": "Documents booked."
            },
            "company": {
              "type": "object",
              "description": "Whose portfolio it is.",
              "required": [
                "currency"
              ],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string",
                  "description": "Our name.",
                  "minLength": 1
                },
                "siren": {
                  "type": "string",
                  "description": "SIREN, the French company number.",
                  "pattern": "^[0-9]{9}$"
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                }
              }
            },
            "totals": {
              "type": "object",
              "description": "Sums over all customers, in the base currency.",
              "required": [
                "currency",
                "exposure",
                "overdue",
                "disputed",
                "uninsuredExposure",
                "unallocatedCash",
                "customers",
                "ageing",
                "dataQuality",
                "unverifiedExposure",
                "indicators",
                "provisions"
              ],
              "additionalProperties": false,
              "properties": {
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "exposure": {
                  "type": "number",
                  "description": "What customers owe, less unallocated credits. Written exactly, with the decimals of `currency`."
                },
                "overdue": {
                  "type": "number",
                  "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
                },
                "disputed": {
                  "type": "number",
                  "description": "Of it contested. Written exactly, with the decimals of `currency`."
                },
                "uninsuredExposure": {
                  "type": "number",
                  "description": "Exposure no insured limit covers. Written exactly, with the decimals of `currency`."
                },
                "unallocatedCash": {
                  "type": "number",
                  "description": "Cash that no invoice has used. Written exactly, with the decimals of `currency`."
                },
                "customers": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Customers with a document."
                },
                "ageing": {
                  "$ref": "#/$defs/ageing"
                },
                "dataQuality": {
                  "type": "object",
                  "description": "What makes the totals less sure.",
                  "required": [
                    "estimatedDueDates",
                    "otherCurrencyItems",
                    "identityConflicts",
                    "waitingStatuses"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "estimatedDueDates": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Items whose due date was worked out."
                    },
                    "otherCurrencyItems": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Items in other currencies without a rate, not in the totals."
                    },
                    "identityConflicts": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Customers whose identifiers contradict each other."
                    },
                    "waitingStatuses": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Statuses of invoices not seen yet."
                    },
                    "guessedCustomers": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Customers some documents were attached to by name alone."
                    },
                    "remarkedInvoices": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Invoices with a remark: sums that do not add up, a due date nothing states."
                    },
                    "balanceDifferences": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Customers that differ from the last aged balance."
                    }
                  }
                },
                "unverifiedExposure": {
                  "type": "number",
                  "description": "Open items of customers nobody ever verified. Written exactly, with the decimals of `currency`."
                },
                "indicators": {
                  "$ref": "#/$defs/portfolioIndicators"
                },
                "provisions": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "description": "One bucket of the provision matrix.",
                    "required": [
                      "bucket",
                      "amount",
                      "ratePercent",
                      "provision"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "bucket": {
                        "type": "string",
                        "description": "The ageing bucket.",
                        "minLength": 1
                      },
                      "amount": {
                        "type": "number",
                        "description": "What is open in it, in the currency of the totals. Written exactly, with the decimals of `currency`."
                      },
                      "ratePercent": {
                        "type": "number",
                        "description": "Loss rate, in percent."
                      },
                      "provision": {
                        "type": "number",
                        "description": "What is set aside, in the currency of the totals. Written exactly, with the decimals of `currency`."
                      }
                    }
                  },
                  "description": "The provision matrix (IFRS 9 simplified), by ageing bucket."
                }
              }
            },
            "customers": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/customer"
              },
              "description": "By key."
            },
            "groups": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "Customers with a common parent.",
                "required": [
                  "key",
                  "name",
                  "currency",
                  "exposure",
                  "overdue",
                  "members"
                ],
                "additionalProperties": false,
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "Stable key of the group.",
                    "minLength": 1
                  },
                  "name": {
                    "type": "string",
                    "description": "Its name.",
                    "minLength": 1
                  },
                  "circular": {
                    "const": true,
                    "description": "The parents name each other in a circle. Absent where not."
                  },
                  "currency": {
                    "type": "string",
                    "pattern": "^[A-Z]{3}$",
                    "description": "ISO 4217 code of the amounts beside it."
                  },
                  "exposure": {
                    "type": "number",
                    "description": "What its companies owe together; may be negative. Written exactly, with the decimals of `currency`."
                  },
                  "overdue": {
                    "type": "number",
                    "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
                  },
                  "insuredLimit": {
                    "type": "number",
                    "description": "The insured limit on the group in force. Written exactly, with the decimals of `currency`."
                  },
                  "internalLimit": {
                    "type": "number",
                    "description": "What the firm allows the group. Written exactly, with the decimals of `currency`."
                  },
                  "head": {
                    "type": "string",
                    "description": "Key of the parent, where it is a customer.",
                    "minLength": 1
                  },
                  "members": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "Keys of its companies."
                  }
                }
              },
              "description": "Groups by key."
            }
          },
          "$defs": {
            "customer": {
              "type": "object",
              "description": "A customer; `vigie explain --json` prints one.",
              "required": [
                "key",
                "name",
                "identifiers",
                "currency",
                "exposure",
                "overdue",
                "disputed",
                "ageing",
                "limits",
                "openItems",
                "indicators",
                "score",
                "alerts",
                "verification"
              ],
              "additionalProperties": false,
              "properties": {
                "key": {
                  "type": "string",
                  "description": "Stable key of the customer.",
                  "minLength": 1
                },
                "name": {
                  "type": "string",
                  "description": "Its name.",
                  "minLength": 1
                },
                "guessed": {
                  "const": true,
                  "description": "Some documents are attached by name alone. Absent where not."
                },
                "identifiers": {
                  "type": "object",
                  "description": "What it is recognised by.",
                  "required": [],
                  "additionalProperties": false,
                  "properties": {
                    "siren": {
                      "type": "string",
                      "description": "SIREN, the French company number.",
                      "pattern": "^[0-9]{9}$"
                    },
                    "vat": {
                      "type": "string",
                      "description": "VAT identifier.",
                      "minLength": 1
                    },
                    "codes": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      },
                      "description": "Codes in our books."
                    },
                    "names": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      },
                      "description": "Names it goes by."
                    }
                  }
                },
                "record": {
                  "type": "object",
                  "description": "What the customer file says.",
                  "required": [],
                  "additionalProperties": false,
                  "properties": {
                    "parent": {
                      "type": "string",
                      "description": "The group it belongs to.",
                      "minLength": 1
                    },
                    "sector": {
                      "type": "string",
                      "description": "Its sector.",
                      "minLength": 1
                    },
                    "segment": {
                      "type": "string",
                      "description": "Its segment.",
                      "minLength": 1
                    },
                    "salesOwner": {
                      "type": "string",
                      "description": "Who sells to it.",
                      "minLength": 1
                    },
                    "country": {
                      "type": "string",
                      "description": "Its country.",
                      "minLength": 1
                    }
                  }
                },
                "currency": {
                  "type": "string",
                  "pattern": "^[A-Z]{3}$",
                  "description": "ISO 4217 code of the amounts beside it."
                },
                "exposure": {
                  "type": "number",
                  "description": "Open items less unallocated credits; may be negative. Written exactly, with the decimals of `currency`."
                },
                "overdue": {
                  "type": "number",
                  "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
                },
                "disputed": {
                  "type": "number",
                  "description": "Of it contested. Written exactly, with the decimals of `currency`."
                },
                "ageing": {
                  "$ref": "#/$defs/ageing"
                },
                "limits": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "currency",
                      "limit",
                      "status"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "insurer": {
                        "type": "string",
                        "description": "Who decided.",
                        "minLength": 1
                      },
                      "policy": {
                        "type": "string",
                        "description": "Under which policy.",
                        "minLength": 1
                      },
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the amounts beside it."
                      },
                      "limit": {
                        "type": "number",
                        "description": "The insured limit. Written exactly, with the decimals of `currency`."
                      },
                      "from": {
                        "type": "string",
                        "description": "First day in force. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "to": {
                        "type": "string",
                        "description": "Last day in force. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "status": {
                        "enum": "@limitStatuses",
                        "description": "The decision."
                      },
                      "insuredShare": {
                        "type": "number",
                        "description": "Quotité, in percent.",
                        "minimum": 0,
                        "maximum": 100
                      },
                      "group": {
                        "const": true,
                        "description": "A limit on the group. Absent where not."
                      }
                    }
                  },
                  "description": "The insurers' decisions, in order."
                },
                "openItems": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "number",
                      "type",
                      "issued",
                      "due",
                      "currency",
                      "amount",
                      "open",
                      "residual"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "number": {
                        "type": "string",
                        "description": "BT-1.",
                        "minLength": 1
                      },
                      "type": {
                        "type": "string",
                        "description": "UNTDID 1001 code (BT-3), such as 380 or 381.",
                        "pattern": "^[0-9]{1,3}$"
                      },
                      "issued": {
                        "type": "string",
                        "description": "BT-2. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "due": {
                        "type": "string",
                        "description": "BT-9, or worked out. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "dueEstimated": {
                        "const": true,
                        "description": "The due date was worked out from terms. Absent where not."
                      },
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the amounts beside it."
                      },
                      "amount": {
                        "type": "number",
                        "description": "What was invoiced. Written exactly, with the decimals of `currency`."
                      },
                      "open": {
                        "type": "number",
                        "description": "What no stated payment or credit has settled. Written exactly, with the decimals of `currency`."
                      },
                      "residual": {
                        "type": "number",
                        "description": "What is left after unreferenced cash, oldest first. Written exactly, with the decimals of `currency`."
                      },
                      "disputed": {
                        "const": true,
                        "description": "Contested. Absent where not."
                      },
                      "factored": {
                        "const": true,
                        "description": "The customer pays a factor. Absent where not."
                      },
                      "status": {
                        "$ref": "#/$defs/step"
                      },
                      "openConverted": {
                        "type": "number",
                        "description": "`open` in the base currency, at the day's rate."
                      },
                      "disputedAmount": {
                        "type": "number",
                        "description": "The part contested. Written exactly, with the decimals of `currency`."
                      },
                      "warnings": {
                        "type": "array",
                        "items": {
                          "type": "string"
                        },
                        "description": "Remarks on its document."
                      }
                    }
                  },
                  "description": "What is still owed, item by item."
                },
                "withdrawnItems": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "number",
                      "type",
                      "issued",
                      "currency",
                      "amount"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "number": {
                        "type": "string",
                        "description": "BT-1.",
                        "minLength": 1
                      },
                      "type": {
                        "type": "string",
                        "description": "UNTDID 1001 code (BT-3), such as 380 or 381.",
                        "pattern": "^[0-9]{1,3}$"
                      },
                      "issued": {
                        "type": "string",
                        "description": "BT-2. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the amounts beside it."
                      },
                      "amount": {
                        "type": "number",
                        "description": "What was invoiced. Written exactly, with the decimals of `currency`."
                      },
                      "status": {
                        "$ref": "#/$defs/step"
                      }
                    }
                  },
                  "description": "Invoices that statuses took out of receivables."
                },
                "unallocatedCredits": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "kind",
                      "date",
                      "currency",
                      "amount",
                      "unallocated"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "kind": {
                        "enum": [
                          "creditNote",
                          "payment",
                          "writeOff",
                          "tolerance"
                        ],
                        "description": "What it is."
                      },
                      "reference": {
                        "type": "string",
                        "description": "Its number or reference.",
                        "minLength": 1
                      },
                      "date": {
                        "type": "string",
                        "description": "When. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the amounts beside it."
                      },
                      "amount": {
                        "type": "number",
                        "description": "What it was worth. Written exactly, with the decimals of `currency`."
                      },
                      "unallocated": {
                        "type": "number",
                        "description": "What no invoice it names has used. Written exactly, with the decimals of `currency`."
                      },
                      "placedBy": {
                        "const": "account",
                        "description": "Placed with this customer by the account it came from, which paid its invoices before."
                      },
                      "iban": {
                        "type": "string",
                        "description": "That account.",
                        "minLength": 1
                      },
                      "accountOf": {
                        "type": "array",
                        "items": {
                          "type": "string"
                        },
                        "description": "Customers whose invoices that account paid, where they are several: nobody is guessed."
                      },
                      "accountOfGroup": {
                        "type": "string",
                        "description": "The group they have in common.",
                        "minLength": 1
                      }
                    }
                  },
                  "description": "Credits and cash not yet used up."
                },
                "events": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "kind",
                      "date"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "kind": {
                        "enum": "@eventKinds",
                        "description": "What happened."
                      },
                      "date": {
                        "type": "string",
                        "description": "When. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "invoice": {
                        "type": "string",
                        "description": "The invoice it is about.",
                        "minLength": 1
                      },
                      "until": {
                        "type": "string",
                        "description": "What a promise is for. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the amounts beside it."
                      },
                      "amount": {
                        "type": "number",
                        "description": "How much. Written exactly, with the decimals of `currency`."
                      },
                      "termsDays": {
                        "type": "integer",
                        "minimum": 0,
                        "description": "Terms decided, in days."
                      },
                      "value": {
                        "type": "string",
                        "description": "The rating, the step, the kind of procedure.",
                        "minLength": 1
                      },
                      "by": {
                        "type": "string",
                        "description": "Who.",
                        "minLength": 1
                      },
                      "secondBy": {
                        "type": "string",
                        "description": "Who confirmed it.",
                        "minLength": 1
                      },
                      "source": {
                        "type": "string",
                        "description": "Where it is from.",
                        "minLength": 1
                      },
                      "note": {
                        "type": "string",
                        "description": "A note.",
                        "minLength": 1
                      }
                    },
                    "dependentRequired": {
                      "amount": [
                        "currency"
                      ]
                    }
                  },
                  "description": "What people did, promised, decided or learned."
                },
                "indicators": {
                  "$ref": "#/$defs/indicators"
                },
                "score": {
                  "type": "object",
                  "description": "The customer's score.",
                  "required": [
                    "value",
                    "grade",
                    "probability",
                    "confidence",
                    "reasons",
                    "own",
                    "average",
                    "trust"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "value": {
                      "type": "number",
                      "description": "Points, 100 best.",
                      "minimum": 0,
                      "maximum": 100
                    },
                    "grade": {
                      "type": "string",
                      "description": "The grade of the scorecard's bands.",
                      "minLength": 1
                    },
                    "probability": {
                      "type": "number",
                      "description": "Of default, by grade.",
                      "minimum": 0,
                      "maximum": 1
                    },
                    "confidence": {
                      "type": "number",
                      "description": "How much was known, 0 to 1.",
                      "minimum": 0,
                      "maximum": 1
                    },
                    "cappedBy": {
                      "type": "string",
                      "description": "The cap of the scorecard that lowered it.",
                      "minLength": 1
                    },
                    "reasons": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "indicator",
                          "value",
                          "points",
                          "lost"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "indicator": {
                            "enum": "@customerIndicatorNames",
                            "description": "What counted."
                          },
                          "value": {
                            "type": [
                              "number",
                              "boolean"
                            ],
                            "description": "Its value; amounts in the base currency."
                          },
                          "points": {
                            "type": "number",
                            "description": "Of 100."
                          },
                          "lost": {
                            "type": "number",
                            "description": "Points it cost."
                          },
                          "asOf": {
                            "type": "string",
                            "description": "The day of the latest fact it rests on. A civil day, YYYY-MM-DD.",
                            "format": "date"
                          }
                        }
                      },
                      "description": "Every contribution."
                    },
                    "own": {
                      "type": "number",
                      "description": "Points of its own figures alone.",
                      "minimum": 0,
                      "maximum": 100
                    },
                    "average": {
                      "type": "number",
                      "description": "Points of the average customer it is shrunk toward.",
                      "minimum": 0,
                      "maximum": 100
                    },
                    "trust": {
                      "type": "number",
                      "description": "How much its own history counts, 0 to 1.",
                      "minimum": 0,
                      "maximum": 1
                    }
                  }
                },
                "alerts": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "rule",
                      "severity",
                      "since"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "rule": {
                        "type": "string",
                        "description": "The rule.",
                        "minLength": 1
                      },
                      "severity": {
                        "enum": "@severities",
                        "description": "How bad."
                      },
                      "since": {
                        "type": "string",
                        "description": "Since when. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      }
                    }
                  },
                  "description": "What fires for it."
                },
                "rates": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "description": "The rate of one currency on the day.",
                    "required": [
                      "currency"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "currency": {
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                        "description": "ISO 4217 code of the currency that is converted."
                      },
                      "perBase": {
                        "type": "number",
                        "description": "Units for one of the base currency, as fixed in company.yaml."
                      },
                      "perEuro": {
                        "type": "number",
                        "description": "Units for one euro: the reference rate."
                      },
                      "basePerEuro": {
                        "type": "number",
                        "description": "Units of the base currency for one euro, where the base is another."
                      },
                      "date": {
                        "type": "string",
                        "description": "Since when the rate holds, or of which day it is. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "fixed": {
                        "const": true,
                        "description": "Fixed in company.yaml. Absent where not."
                      },
                      "lastRate": {
                        "type": "string",
                        "description": "The last rate known, too old to be used. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "notConverted": {
                        "const": true,
                        "description": "There is no rate: these amounts are in no total. Absent where not."
                      }
                    }
                  },
                  "description": "How other currencies are converted."
                },
                "group": {
                  "type": "object",
                  "description": "The group it belongs to.",
                  "required": [
                    "key",
                    "name",
                    "currency",
                    "exposure",
                    "overdue"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "key": {
                      "type": "string",
                      "description": "Stable key of the group.",
                      "minLength": 1
                    },
                    "name": {
                      "type": "string",
                      "description": "Its name.",
                      "minLength": 1
                    },
                    "circular": {
                      "const": true,
                      "description": "The parents name each other in a circle. Absent where not."
                    },
                    "currency": {
                      "type": "string",
                      "pattern": "^[A-Z]{3}$",
                      "description": "ISO 4217 code of the amounts beside it."
                    },
                    "exposure": {
                      "type": "number",
                      "description": "What its companies owe together; may be negative. Written exactly, with the decimals of `currency`."
                    },
                    "overdue": {
                      "type": "number",
                      "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
                    },
                    "insuredLimit": {
                      "type": "number",
                      "description": "The insured limit on the group in force. Written exactly, with the decimals of `currency`."
                    },
                    "internalLimit": {
                      "type": "number",
                      "description": "What the firm allows the group. Written exactly, with the decimals of `currency`."
                    },
                    "head": {
                      "const": true,
                      "description": "The customer is the parent. Absent where not."
                    }
                  }
                },
                "incomplete": {
                  "const": true,
                  "description": "Something in another currency has no rate and is in no figure. Absent where not."
                },
                "verification": {
                  "type": "object",
                  "description": "Whether somebody checked the customer, and what is missing.",
                  "required": [
                    "state"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "state": {
                      "enum": [
                        "unverified",
                        "incomplete",
                        "due",
                        "verified"
                      ],
                      "description": "Where it stands."
                    },
                    "last": {
                      "type": "string",
                      "description": "The last verification. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "by": {
                      "type": "string",
                      "description": "Who made it.",
                      "minLength": 1
                    },
                    "due": {
                      "type": "string",
                      "description": "Until when it holds, by the interval of the grade. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "missing": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      },
                      "description": "What the policy wants known and is not."
                    },
                    "demanded": {
                      "const": true,
                      "description": "The exposure is above the policy's threshold. Absent where not."
                    }
                  }
                },
                "register": {
                  "type": "object",
                  "description": "What a company register says.",
                  "required": [
                    "state"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "date": {
                      "type": "string",
                      "description": "When it said so. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "source": {
                      "type": "string",
                      "description": "Which register.",
                      "minLength": 1
                    },
                    "state": {
                      "enum": [
                        "active",
                        "ceased"
                      ],
                      "description": "Whether the company exists."
                    },
                    "ceased": {
                      "type": "string",
                      "description": "When it ceased. A civil day, YYYY-MM-DD.",
                      "format": "date"
                    },
                    "name": {
                      "type": "string",
                      "description": "Its name there.",
                      "minLength": 1
                    },
                    "legalForm": {
                      "type": "string",
                      "description": "Its legal form.",
                      "minLength": 1
                    },
                    "activity": {
                      "type": "string",
                      "description": "Its activity, a NAF code.",
                      "minLength": 1
                    },
                    "siret": {
                      "type": "string",
                      "description": "SIRET of the head office.",
                      "minLength": 1
                    },
                    "headcount": {
                      "type": "string",
                      "description": "Its headcount, as stated.",
                      "minLength": 1
                    },
                    "accountsYear": {
                      "type": "integer",
                      "description": "Year of the last accounts filed."
                    },
                    "turnover": {
                      "type": "number",
                      "description": "Turnover of that year, EUR."
                    },
                    "netResult": {
                      "type": "number",
                      "description": "Net result of that year, EUR; negative for a loss."
                    }
                  }
                }
              }
            },
            "ageing": {
              "type": "object",
              "description": "What is open by days late, from `notDue` to the last bucket, in the currency beside; bounds are those of company.yaml.",
              "required": [
                "notDue"
              ],
              "additionalProperties": false,
              "patternProperties": {
                "^(notDue|[0-9]+-[0-9]+|over[0-9]+)$": {
                  "type": "number"
                }
              }
            },
            "step": {
              "type": "object",
              "description": "The last status a platform reported that says more than where the invoice travels.",
              "required": [
                "code",
                "meaning",
                "date"
              ],
              "additionalProperties": false,
              "properties": {
                "code": {
                  "type": "string",
                  "description": "The platform's code: 212, or PD in Peppol.",
                  "minLength": 1
                },
                "meaning": {
                  "enum": "@statusMeanings",
                  "description": "What it means for the receivable."
                },
                "date": {
                  "type": "string",
                  "description": "When. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "reason": {
                  "type": "string",
                  "description": "Why, as stated.",
                  "minLength": 1
                }
              }
            },
            "indicators": {
              "type": "object",
              "description": "By name; one that is not known is absent.",
              "additionalProperties": false,
              "properties": "@indicators"
            },
            "portfolioIndicators": {
              "type": "object",
              "description": "Figures of the whole portfolio by name; one that is not known is absent.",
              "additionalProperties": false,
              "properties": "@portfolioIndicators"
            }
          }
        }
        """##

    private static let reason = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:reason",
          "title": "rejected/…/<file>.reason.json: why a file, or a part of it, was refused",
          "type": "object",
          "required": [
            "file",
            "sha256",
            "size",
            "at",
            "outcome"
          ],
          "additionalProperties": false,
          "properties": {
            "file": {
              "type": "string",
              "description": "The name it was dropped under.",
              "minLength": 1
            },
            "sha256": {
              "type": "string",
              "description": "Of its content; of what could not be read, of its name.",
              "pattern": "^[0-9a-f]{64}$"
            },
            "size": {
              "type": "integer",
              "minimum": 0,
              "description": "Bytes."
            },
            "at": {
              "type": "string",
              "description": "When. RFC 3339 with offset.",
              "format": "date-time"
            },
            "importer": {
              "type": "string",
              "description": "The importer that read it.",
              "minLength": 1
            },
            "outcome": {
              "enum": [
                "taken",
                "setAside",
                "duplicate",
                "rejected"
              ],
              "description": "What became of the file as a whole."
            },
            "code": {
              "type": "string",
              "description": "What it is, for programs; stable.",
              "pattern": "^[a-zA-Z]+\\.[A-Za-z0-9]+$"
            },
            "line": {
              "type": "integer",
              "minimum": 1,
              "description": "The line of the file."
            },
            "field": {
              "type": "string",
              "description": "The column's heading, or the business term such as BT-2.",
              "minLength": 1
            },
            "message": {
              "type": "string",
              "description": "What is wrong, in the configured language.",
              "minLength": 1
            },
            "remedy": {
              "type": "string",
              "description": "How to mend it.",
              "minLength": 1
            },
            "refused": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/message"
              },
              "description": "Rows or documents that were not taken."
            },
            "warnings": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/message"
              },
              "description": "What was assumed or looks wrong."
            },
            "differences": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/message"
              },
              "description": "Of an aged balance: each customer whose sum is not the portfolio's."
            }
          },
          "dependentRequired": {
            "code": [
              "message"
            ]
          },
          "$defs": {
            "message": {
              "type": "object",
              "description": "Something said about a place of a file.",
              "required": [
                "code",
                "message"
              ],
              "additionalProperties": false,
              "properties": {
                "code": {
                  "type": "string",
                  "description": "What it is, for programs; stable.",
                  "pattern": "^[a-zA-Z]+\\.[A-Za-z0-9]+$"
                },
                "line": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The line of the file."
                },
                "field": {
                  "type": "string",
                  "description": "The column's heading, or the business term such as BT-2.",
                  "minLength": 1
                },
                "message": {
                  "type": "string",
                  "description": "What is wrong, in the configured language.",
                  "minLength": 1
                },
                "remedy": {
                  "type": "string",
                  "description": "How to mend it.",
                  "minLength": 1
                }
              }
            }
          }
        }
        """##

    private static let ruleExplanation = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:rule-explanation",
          "title": "`vigie rules explain --json`: why a rule does or does not fire",
          "type": "object",
          "required": [
            "version",
            "rule",
            "scope",
            "why",
            "asOf",
            "currency",
            "verdict",
            "message",
            "state",
            "holdDays",
            "levels",
            "all",
            "any",
            "audience"
          ],
          "additionalProperties": false,
          "properties": {
            "version": {
              "const": 1
            },
            "rule": {
              "type": "string",
              "description": "The rule of rules/alerts.yaml.",
              "minLength": 1
            },
            "scope": {
              "enum": [
                "customer",
                "portfolio"
              ],
              "description": "What it is judged on."
            },
            "why": {
              "type": "string",
              "description": "Why the rule exists.",
              "minLength": 1
            },
            "asOf": {
              "type": "string",
              "description": "The day judged last. A civil day, YYYY-MM-DD.",
              "format": "date"
            },
            "customer": {
              "type": "string",
              "description": "Key of the customer.",
              "minLength": 1
            },
            "name": {
              "type": "string",
              "description": "The customer's name.",
              "minLength": 1
            },
            "currency": {
              "type": "string",
              "pattern": "^[A-Z]{3}$",
              "description": "ISO 4217 code of the amounts beside it."
            },
            "verdict": {
              "type": "string",
              "description": "What decided, for programs.",
              "pattern": "^finding\\."
            },
            "message": {
              "type": "string",
              "description": "What decided, in the configured language.",
              "minLength": 1
            },
            "state": {
              "type": "object",
              "required": [
                "name"
              ],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "enum": [
                    "inactive",
                    "pending",
                    "raised"
                  ],
                  "description": "Where the rule stands."
                },
                "severity": {
                  "enum": "@severities",
                  "description": "Told last."
                },
                "since": {
                  "type": "string",
                  "description": "Since when it is raised, or its conditions hold. A civil day, YYYY-MM-DD.",
                  "format": "date"
                },
                "alert": {
                  "type": "string",
                  "description": "The id of the event that raised it.",
                  "minLength": 1
                },
                "acknowledged": {
                  "type": "string",
                  "description": "Who has seen it, and the note.",
                  "minLength": 1
                }
              }
            },
            "holdDays": {
              "type": "integer",
              "minimum": 0,
              "description": "Days it must last before it is told."
            },
            "raisedOn": {
              "type": "string",
              "description": "When it is told, if it lasts. A civil day, YYYY-MM-DD.",
              "format": "date"
            },
            "levels": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "severity",
                  "raises",
                  "stays"
                ],
                "additionalProperties": false,
                "properties": {
                  "severity": {
                    "enum": "@severities",
                    "description": "The severity it gives."
                  },
                  "raises": {
                    "$ref": "#/$defs/condition",
                    "description": "What gives it."
                  },
                  "stays": {
                    "$ref": "#/$defs/condition",
                    "description": "What keeps it once told: its own threshold, for hysteresis."
                  }
                }
              },
              "description": "Mildest first."
            },
            "all": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/condition"
              },
              "description": "Must all hold besides."
            },
            "any": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/condition"
              },
              "description": "One must hold besides, where there are any."
            },
            "audience": {
              "type": "array",
              "items": {
                "type": "string"
              },
              "description": "The departments it is for."
            },
            "unless": {
              "type": "string",
              "description": "The rule that says more: while it fires, this one does not.",
              "minLength": 1
            },
            "again": {
              "const": "rise",
              "description": "While it fires, each rise of the value is told again."
            }
          },
          "$defs": {
            "condition": {
              "type": "object",
              "description": "A condition with its numbers.",
              "required": [
                "indicator",
                "unit",
                "comparison",
                "holds"
              ],
              "additionalProperties": false,
              "properties": {
                "indicator": {
                  "enum": "@indicatorNames",
                  "description": "What is compared."
                },
                "unit": {
                  "enum": [
                    "amount",
                    "share",
                    "days",
                    "count",
                    "flag"
                  ],
                  "description": "Of both sides; amounts in `currency`, a share of 0.25 is a quarter."
                },
                "value": {
                  "type": [
                    "number",
                    "boolean"
                  ],
                  "description": "The indicator's value; absent where not known."
                },
                "comparison": {
                  "enum": [
                    "above",
                    "below",
                    "atLeast",
                    "atMost",
                    "is"
                  ],
                  "description": "`above` and `below` are strict."
                },
                "threshold": {
                  "type": [
                    "number",
                    "boolean"
                  ],
                  "description": "The other side, worked out; absent where not known."
                },
                "share": {
                  "type": "number",
                  "description": "Of `of`, where the threshold is a share of another indicator."
                },
                "of": {
                  "enum": "@indicatorNames",
                  "description": "The other indicator."
                },
                "holds": {
                  "type": "boolean",
                  "description": "False also where something is not known."
                }
              }
            }
          }
        }
        """##

    private static let summary = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:vigie:schema:1:summary",
          "title": "`vigie summary --format json`: the weekly summary",
          "type": "object",
          "required": [
            "version",
            "week",
            "currency",
            "exposure",
            "overdue",
            "disputed",
            "uninsuredExposure",
            "ageing",
            "customers",
            "dataQuality",
            "unverifiedExposure",
            "verification",
            "groups"
          ],
          "additionalProperties": false,
          "properties": {
            "version": {
              "const": 1
            },
            "week": {
              "type": "string",
              "description": "ISO week, such as 2026-W47.",
              "pattern": "^[0-9]{4}-W[0-9]{2}$"
            },
            "asOf": {
              "type": "string",
              "description": "The day judged last. A civil day, YYYY-MM-DD.",
              "format": "date"
            },
            "currency": {
              "type": "string",
              "pattern": "^[A-Z]{3}$",
              "description": "ISO 4217 code of the amounts beside it."
            },
            "exposure": {
              "type": "number",
              "description": "What customers owe, less unallocated credits. Written exactly, with the decimals of `currency`."
            },
            "overdue": {
              "type": "number",
              "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
            },
            "disputed": {
              "type": "number",
              "description": "Of it contested. Written exactly, with the decimals of `currency`."
            },
            "uninsuredExposure": {
              "type": "number",
              "description": "Exposure no insured limit covers. Written exactly, with the decimals of `currency`."
            },
            "ageing": {
              "$ref": "#/$defs/ageing"
            },
            "customers": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "key",
                  "name",
                  "exposure",
                  "overdue",
                  "oldestOverdueDays",
                  "grade",
                  "atRisk",
                  "actions"
                ],
                "additionalProperties": false,
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "Stable key.",
                    "minLength": 1
                  },
                  "name": {
                    "type": "string",
                    "description": "Its name.",
                    "minLength": 1
                  },
                  "exposure": {
                    "type": "number",
                    "description": "What it owes. Written exactly, with the decimals of `currency`."
                  },
                  "overdue": {
                    "type": "number",
                    "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
                  },
                  "oldestOverdueDays": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "Days late of the oldest item."
                  },
                  "insuredLimit": {
                    "type": "number",
                    "description": "The insured limit in force. Written exactly, with the decimals of `currency`."
                  },
                  "grade": {
                    "type": "string",
                    "description": "Its grade.",
                    "minLength": 1
                  },
                  "atRisk": {
                    "type": "number",
                    "description": "The overdue, or what exceeds cover, whichever is more. Written exactly, with the decimals of `currency`."
                  },
                  "actions": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "What fires for it, and what to do."
                  }
                }
              },
              "description": "Most at risk first."
            },
            "dataQuality": {
              "type": "object",
              "description": "What makes the figures less sure.",
              "required": [
                "estimatedDueDates",
                "conflicts",
                "rejectedFiles",
                "refusedRows",
                "otherCurrencyItems",
                "identityConflicts"
              ],
              "additionalProperties": false,
              "properties": {
                "estimatedDueDates": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Items whose due date was worked out."
                },
                "conflicts": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Documents kept out in the last 30 days."
                },
                "rejectedFiles": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Files refused in the last 30 days."
                },
                "refusedRows": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Rows or documents refused in the last 30 days."
                },
                "remarkedFiles": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Files taken with a remark on the whole of them in the last 30 days."
                },
                "otherCurrencyItems": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Items in other currencies."
                },
                "identityConflicts": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Customers whose identifiers contradict each other."
                },
                "guessedCustomers": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Customers some documents were attached to by name alone."
                },
                "remarkedInvoices": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Invoices with a remark: sums that do not add up, a due date nothing states."
                },
                "balanceDifferences": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Customers that differ from the last aged balance."
                },
                "warnings": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Documents with a remark in the last 30 days."
                }
              }
            },
            "unverifiedExposure": {
              "type": "number",
              "description": "Open items of customers nobody ever verified. Written exactly, with the decimals of `currency`."
            },
            "verification": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "A new or unverified customer.",
                "required": [
                  "key",
                  "name",
                  "verification"
                ],
                "additionalProperties": false,
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "Stable key.",
                    "minLength": 1
                  },
                  "name": {
                    "type": "string",
                    "description": "Its name.",
                    "minLength": 1
                  },
                  "new": {
                    "const": true,
                    "description": "First seen this week. Absent where not."
                  },
                  "verification": {
                    "type": "object",
                    "description": "Whether somebody checked the customer, and what is missing.",
                    "required": [
                      "state"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "state": {
                        "enum": [
                          "unverified",
                          "incomplete",
                          "due",
                          "verified"
                        ],
                        "description": "Where it stands."
                      },
                      "last": {
                        "type": "string",
                        "description": "The last verification. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "by": {
                        "type": "string",
                        "description": "Who made it.",
                        "minLength": 1
                      },
                      "due": {
                        "type": "string",
                        "description": "Until when it holds, by the interval of the grade. A civil day, YYYY-MM-DD.",
                        "format": "date"
                      },
                      "missing": {
                        "type": "array",
                        "items": {
                          "type": "string"
                        },
                        "description": "What the policy wants known and is not."
                      },
                      "demanded": {
                        "const": true,
                        "description": "The exposure is above the policy's threshold. Absent where not."
                      }
                    }
                  }
                }
              },
              "description": "New and unverified customers."
            },
            "rates": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "The rate of one currency on the day.",
                "required": [
                  "currency"
                ],
                "additionalProperties": false,
                "properties": {
                  "currency": {
                    "type": "string",
                    "pattern": "^[A-Z]{3}$",
                    "description": "ISO 4217 code of the currency that is converted."
                  },
                  "perBase": {
                    "type": "number",
                    "description": "Units for one of the base currency, as fixed in company.yaml."
                  },
                  "perEuro": {
                    "type": "number",
                    "description": "Units for one euro: the reference rate."
                  },
                  "basePerEuro": {
                    "type": "number",
                    "description": "Units of the base currency for one euro, where the base is another."
                  },
                  "date": {
                    "type": "string",
                    "description": "Since when the rate holds, or of which day it is. A civil day, YYYY-MM-DD.",
                    "format": "date"
                  },
                  "fixed": {
                    "const": true,
                    "description": "Fixed in company.yaml. Absent where not."
                  },
                  "lastRate": {
                    "type": "string",
                    "description": "The last rate known, too old to be used. A civil day, YYYY-MM-DD.",
                    "format": "date"
                  },
                  "notConverted": {
                    "const": true,
                    "description": "There is no rate: these amounts are in no total. Absent where not."
                  }
                }
              },
              "description": "How other currencies are converted."
            },
            "groups": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "Customers with a common parent.",
                "required": [
                  "key",
                  "name",
                  "currency",
                  "exposure",
                  "overdue",
                  "members"
                ],
                "additionalProperties": false,
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "Stable key of the group.",
                    "minLength": 1
                  },
                  "name": {
                    "type": "string",
                    "description": "Its name.",
                    "minLength": 1
                  },
                  "circular": {
                    "const": true,
                    "description": "The parents name each other in a circle. Absent where not."
                  },
                  "currency": {
                    "type": "string",
                    "pattern": "^[A-Z]{3}$",
                    "description": "ISO 4217 code of the amounts beside it."
                  },
                  "exposure": {
                    "type": "number",
                    "description": "What its companies owe together; may be negative. Written exactly, with the decimals of `currency`."
                  },
                  "overdue": {
                    "type": "number",
                    "description": "Of it past the due date. Written exactly, with the decimals of `currency`."
                  },
                  "insuredLimit": {
                    "type": "number",
                    "description": "The insured limit on the group in force. Written exactly, with the decimals of `currency`."
                  },
                  "internalLimit": {
                    "type": "number",
                    "description": "What the firm allows the group. Written exactly, with the decimals of `currency`."
                  },
                  "head": {
                    "type": "string",
                    "description": "Key of the parent, where it is a customer.",
                    "minLength": 1
                  },
                  "members": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "Keys of its companies."
                  }
                }
              },
              "description": "Groups by key."
            },
            "indicators": {
              "$ref": "#/$defs/portfolioIndicators"
            },
            "provisions": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "One bucket of the provision matrix.",
                "required": [
                  "bucket",
                  "amount",
                  "ratePercent",
                  "provision"
                ],
                "additionalProperties": false,
                "properties": {
                  "bucket": {
                    "type": "string",
                    "description": "The ageing bucket.",
                    "minLength": 1
                  },
                  "amount": {
                    "type": "number",
                    "description": "What is open in it, in the currency of the totals. Written exactly, with the decimals of `currency`."
                  },
                  "ratePercent": {
                    "type": "number",
                    "description": "Loss rate, in percent."
                  },
                  "provision": {
                    "type": "number",
                    "description": "What is set aside, in the currency of the totals. Written exactly, with the decimals of `currency`."
                  }
                }
              },
              "description": "The provision matrix (IFRS 9 simplified), by ageing bucket."
            }
          },
          "$defs": {
            "ageing": {
              "type": "object",
              "description": "What is open by days late, from `notDue` to the last bucket, in the currency beside; bounds are those of company.yaml.",
              "required": [
                "notDue"
              ],
              "additionalProperties": false,
              "patternProperties": {
                "^(notDue|[0-9]+-[0-9]+|over[0-9]+)$": {
                  "type": "number"
                }
              }
            },
            "portfolioIndicators": {
              "type": "object",
              "description": "Figures of the whole portfolio by name; one that is not known is absent.",
              "additionalProperties": false,
              "properties": "@portfolioIndicators"
            }
          }
        }
        """##
}
