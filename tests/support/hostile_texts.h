#pragma once

#include <QString>

#include <vector>

namespace simiao::test {

/// A text that means something to a database, a spreadsheet, a shell, a browser or a screen, and nothing to us.
struct HostileText
{
    QString name;
    QString text;
};

/// Those of hostile_texts.json. Everything that takes a text keeps each as it is, or refuses it with a reason.
std::vector<HostileText> hostileTexts();

/// A million characters, right to left among them.
QString longText();

/// What no store keeps: a NUL, or half a surrogate pair, at `position`.
std::vector<HostileText> impossibleTexts(int position);

} // namespace simiao::test
