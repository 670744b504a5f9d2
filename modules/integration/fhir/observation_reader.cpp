#include "integration/fhir/observation_reader.h"

#include "integration/fhir/concept_reader.h"
#include "integration/fhir/date_reader.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using diagnostics::Observation;

namespace {

const auto kQuantity = u"valueQuantity"_s;

bool isFinal(const Element &resource)
{
    static const QStringList final{u"final"_s, u"amended"_s, u"corrected"_s};
    const QString status = resource.text(u"status"_s);
    if (!final.contains(status))
        resource.drop(u"status"_s, RemarkCode::ValueNotKept, u"not stored: "_s + status);
    return final.contains(status);
}

/// Observation.effectiveDateTime or effectiveInstant; the resource is dropped when there is no point in time.
std::optional<Instant> readEffective(const Element &resource)
{
    const QString name = resource.choice(u"effective"_s);
    const bool isPoint = name == "effectiveDateTime"_L1 || name == "effectiveInstant"_L1;
    const QString text = isPoint ? resource.text(name) : QString();
    const auto effective = Instant::parse(text);
    if (!effective)
        resource.drop(name,
                      isPoint || name.isEmpty() ? RemarkCode::ValueNotKept : RemarkCode::UnsupportedElement,
                      u"not stored: no point in time "_s.append(text).trimmed());
    return effective ? std::optional(*effective) : std::nullopt;
}

/// Quantity; nothing, with a remark, when its number is not one of ours.
std::optional<Quantity> readQuantity(const Element &quantity)
{
    if (const QString comparator = quantity.text(u"comparator"_s); !comparator.isEmpty()) {
        quantity.drop(u"comparator"_s, RemarkCode::ValueNotKept, u"not stored: "_s + comparator);
        return std::nullopt;
    }
    const auto value = Decimal::parse(quantity.number(u"value"_s));
    if (!value) {
        quantity.drop(u"value"_s, RemarkCode::ValueNotKept, u"not stored: "_s + value.error().code);
        return std::nullopt;
    }
    const QString unit = quantity.text(u"unit"_s);
    const QString code = quantity.text(u"code"_s);
    quantity.skip({u"system"_s});
    if (!unit.isEmpty() && !code.isEmpty() && unit != code)
        quantity.remark(u"code"_s, RemarkCode::ValueNotKept, code);
    return Quantity{*value, unit.isEmpty() ? code : unit};
}

/// The measurement of an Observation or of one component of it, if it is one.
std::optional<Observation> readMeasurement(const Element &element, Instant effective)
{
    if (!element.has(kQuantity))
        return std::nullopt;
    const auto value = readQuantity(element.member(kQuantity));
    if (!value)
        return std::nullopt;
    Observation measured;
    measured.code = readConcept(element.member(u"code"_s));
    measured.value = *value;
    measured.effective = effective;
    if (isSaid(measured.code))
        return measured;
    element.remark(u"code"_s, RemarkCode::ValueNotKept, u"not stored: does not say what was measured"_s);
    return std::nullopt;
}

/// Nothing could be kept of this element; where it has a quantity, that has had its remark.
void leaveOut(const Element &element)
{
    const QString name = element.choice(u"value"_s);
    if (name == kQuantity)
        element.close();
    else if (name.isEmpty())
        element.drop({}, RemarkCode::ValueNotKept, u"not stored: no value"_s);
    else
        element.drop(name, RemarkCode::UnsupportedElement, u"not stored: only quantities are"_s);
}

std::vector<Observation> readComponents(const Element &resource, Instant effective)
{
    std::vector<Observation> parts;
    for (const auto &component : resource.list(u"component"_s)) {
        if (const auto part = readMeasurement(component, effective))
            parts.push_back(*part);
        else
            leaveOut(component);
    }
    return parts;
}

} // namespace

std::vector<Observation> readObservation(const Element &resource)
{
    if (!isFinal(resource))
        return {};
    const auto effective = readEffective(resource);
    if (!effective)
        return {};
    auto rows = readComponents(resource, *effective);
    const auto own = readMeasurement(resource, *effective);
    if (!own && rows.empty())
        leaveOut(resource);
    else if (!own)
        resource.remark(u"code"_s, RemarkCode::ValueNotKept,
                        u"its components are observations of their own"_s);
    else
        rows.insert(rows.begin(), *own);
    return rows;
}

} // namespace simiao::fhir
