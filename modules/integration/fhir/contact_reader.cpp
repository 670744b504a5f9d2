#include "integration/fhir/contact_reader.h"

#include "integration/fhir/name_reader.h"

#include <algorithm>

namespace simiao::fhir {

using namespace Qt::StringLiterals;

namespace {

bool isPhone(const Element &contact)
{
    const QString system = contact.text(u"system"_s);
    return (system == "phone"_L1 || system == "sms"_L1) && !contact.text(u"value"_s).isEmpty();
}

/// Smaller is rather kept.
int rankByUse(const Element &element, const QString &preferred)
{
    const QString use = element.text(u"use"_s);
    if (use == "old"_L1)
        return 2;
    return use == preferred ? 0 : 1;
}

int rankOfPhone(const Element &contact)
{
    return rankByUse(contact, u"mobile"_s);
}

int rankOfAddress(const Element &address)
{
    return rankByUse(address, u"home"_s);
}

/// The one kept of several; null when there is none.
const Element *keepOne(const std::vector<Element> &elements, int (*rank)(const Element &), const QString &why)
{
    const auto chosen = std::ranges::min_element(elements, {}, rank);
    for (auto other = elements.begin(); other != elements.end(); ++other) {
        if (other != chosen)
            other->drop({}, RemarkCode::ValueNotKept, why);
    }
    return chosen == elements.end() ? nullptr : &*chosen;
}

QString joined(const Element &address)
{
    const QStringList places{address.text(u"country"_s), address.text(u"state"_s), address.text(u"city"_s),
                             address.text(u"district"_s)};
    const QString line = address.texts(u"line"_s).join(u' ');
    const QString post = address.text(u"postalCode"_s);
    if (isHan(places.join(QString()) + line))
        return (places.join(QString()) + line + u' ' + post).trimmed();
    QStringList parts{line, places[3], places[2], places[1], post, places[0]};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QString readPhone(const Element &patient)
{
    std::vector<Element> phones;
    for (const auto &contact : patient.list(u"telecom"_s)) {
        contact.skip({u"rank"_s});
        if (isPhone(contact))
            phones.push_back(contact);
        else
            contact.drop({}, RemarkCode::UnsupportedElement, contact.text(u"system"_s));
    }
    const auto *kept = keepOne(phones, rankOfPhone, u"one phone number is kept"_s);
    return kept ? kept->text(u"value"_s) : QString();
}

QString readAddress(const Element &patient)
{
    const auto addresses = patient.list(u"address"_s);
    const auto *kept = keepOne(addresses, rankOfAddress, u"one address is kept"_s);
    if (!kept)
        return {};
    const QString text = kept->text(u"text"_s).trimmed();
    if (text.isEmpty())
        return joined(*kept);
    kept->skip({u"country"_s, u"state"_s, u"city"_s, u"district"_s, u"line"_s, u"postalCode"_s});
    return text;
}

} // namespace simiao::fhir
