#include "integration/fhir/concept_reader.h"

#include <algorithm>

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

Coding codingOf(const Element &coding)
{
    return {coding.text(u"system"_s), coding.text(u"code"_s), coding.text(u"display"_s)};
}

/// Smaller is rather kept.
int rankOf(const Element &element)
{
    const auto coding = codingOf(element);
    const bool isChosen = element.flag(u"userSelected"_s).value_or(false);
    if (coding.isEmpty())
        return 4;
    if (coding.system == codesystem::kIcd10Cn)
        return 0;
    if (coding.system == codesystem::kLoinc)
        return 1;
    return isChosen ? 2 : 3;
}

} // namespace

Coding readConcept(const Element &codeable)
{
    const QString text = codeable.text(u"text"_s);
    const auto codings = codeable.list(u"coding"_s);
    const auto chosen = std::ranges::min_element(codings, {}, rankOf);
    for (auto other = codings.begin(); other != codings.end(); ++other) {
        if (other != chosen)
            other->drop({}, RemarkCode::ValueNotKept, codingOf(*other).system + u'|' + codingOf(*other).code);
    }
    if (chosen == codings.end())
        return {{}, {}, text};
    auto kept = codingOf(*chosen);
    if (!text.isEmpty() && !kept.display.isEmpty() && kept.display != text)
        chosen->remark(u"display"_s, RemarkCode::ValueNotKept, u"the text of the concept is kept"_s);
    kept.display = text.isEmpty() ? kept.display : text;
    return kept;
}

bool isSaid(const Coding &coding)
{
    return !coding.isEmpty() || !coding.display.isEmpty();
}

QString readStatusCode(const Element &codeable)
{
    const auto coding = readConcept(codeable);
    return coding.code;
}

} // namespace simiao::fhir
