#pragma once

#include "domain/base/local_text.h"

#include <QString>

#include <vector>

namespace simiao {

/// How far a finding of a rule goes.
enum class Severity {
    Notice,  ///< shown, needs nothing
    Confirm, ///< shown, signing needs a reason
    Block,   ///< signing is refused
};

/// Which rule a finding comes from, so that whoever doubts it can look it up.
struct RuleReference
{
    /// Name of the rule: "RX07", "side-chain.aminopenicillin".
    QString id;
    /// What the rule itself rests on: a regulation, a label, general knowledge.
    QString source;
    /// Version of the file the rule stands in.
    QString version;

    bool operator==(const RuleReference &) const = default;
};

/// A finding of a clinical rule: data, not an error.
struct Issue
{
    Severity severity = Severity::Notice;
    /// "area.rule", stable; picks the translated text.
    QString code;
    /// What the rule says of this case, in the words of its data.
    LocalText text;
    /// What it rests on: the rule's source, the recorded fact.
    LocalText evidence;
    /// Empty where no rule of a file speaks ("nobody asked").
    RuleReference rule = {};

    bool operator==(const Issue &) const = default;
};

} // namespace simiao
