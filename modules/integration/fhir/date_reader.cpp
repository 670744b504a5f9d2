#include "integration/fhir/date_reader.h"

namespace simiao::fhir {

namespace {

template <typename T>
std::optional<T> readAs(const Element &element, const QString &name)
{
    const QString text = element.text(name);
    if (text.isEmpty())
        return std::nullopt;
    const auto value = T::parse(text);
    if (!value)
        element.remark(name, RemarkCode::ValueNotKept, text);
    return value ? std::optional<T>(*value) : std::nullopt;
}

} // namespace

std::optional<PartialDateTime> readDateTime(const Element &element, const QString &name)
{
    return readAs<PartialDateTime>(element, name);
}

std::optional<Instant> readInstant(const Element &element, const QString &name)
{
    return readAs<Instant>(element, name);
}

} // namespace simiao::fhir
