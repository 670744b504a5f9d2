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

    bool operator==(const Issue &) const = default;
};

} // namespace simiao
