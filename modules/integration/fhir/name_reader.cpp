#include "integration/fhir/name_reader.h"

#include <algorithm>
#include <tuple>

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

QString joined(const Element &name)
{
    const QString family = name.text(u"family"_s);
    QStringList parts = name.texts(u"given"_s);
    if (isHan(family + parts.join(QString())))
        return family + parts.join(QString());
    parts.append(family);
    return parts.join(u' ').trimmed();
}

QString lineOf(const Element &name)
{
    const QString text = name.text(u"text"_s).trimmed();
    if (text.isEmpty())
        return joined(name);
    name.skip({u"family"_s, u"given"_s, u"prefix"_s, u"suffix"_s}); // parts of the text
    return text;
}

/// Smaller is rather kept.
auto rankOf(const Element &name)
{
    static const QStringList inUse{u"official"_s, u"usual"_s, QString()};
    const auto use = inUse.indexOf(name.text(u"use"_s));
    const QString line = lineOf(name);
    return std::tuple(line.isEmpty(), use < 0, !isHan(line), use);
}

} // namespace

bool isHan(const QString &text)
{
    const auto characters = text.toUcs4();
    return std::ranges::any_of(characters, [](uint c) { return QChar::script(c) == QChar::Script_Han; });
}

QString readName(const Element &patient)
{
    const auto names = patient.list(u"name"_s);
    const auto chosen = std::ranges::min_element(names, {}, rankOf);
    for (auto other = names.begin(); other != names.end(); ++other) {
        if (other != chosen)
            other->drop({}, RemarkCode::ValueNotKept, u"one name is kept"_s);
    }
    return chosen == names.end() ? QString() : lineOf(*chosen);
}

} // namespace simiao::fhir
