#include "integration/dicom/objects/content_reader.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/objects/coded_concept.h"
#include "integration/dicom/objects/references.h"
#include "integration/dicom/text.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

struct NamedType
{
    QStringView name;
    ContentType type;
};

constexpr std::array kTypes{
    NamedType{u"CONTAINER", ContentType::Container},
    NamedType{u"TEXT", ContentType::Text},
    NamedType{u"CODE", ContentType::Code},
    NamedType{u"NUM", ContentType::Number},
    NamedType{u"DATE", ContentType::Date},
    NamedType{u"TIME", ContentType::Time},
    NamedType{u"DATETIME", ContentType::DateTime},
    NamedType{u"PNAME", ContentType::PersonName},
    NamedType{u"UIDREF", ContentType::UidReference},
    NamedType{u"IMAGE", ContentType::Image},
    NamedType{u"WAVEFORM", ContentType::Waveform},
    NamedType{u"COMPOSITE", ContentType::Composite},
    NamedType{u"SCOORD", ContentType::SpatialCoordinates},
    NamedType{u"SCOORD3D", ContentType::SpatialCoordinates3D},
    NamedType{u"TCOORD", ContentType::TemporalCoordinates},
    NamedType{u"TABLE", ContentType::Table},
};

ContentType typeOf(const QString &name)
{
    const auto found = std::ranges::find(kTypes, QStringView(name), &NamedType::name);
    return found == kTypes.end() ? ContentType::Unknown : found->type;
}

QString isoMoment(const QString &dt)
{
    const auto date = isoDate(dt.left(8));
    const auto time = isoTime(dt.mid(8, 6));
    return date.isEmpty() ? dt : time.isEmpty() ? date : date + u'T' + time;
}

/// "1.2.1" of Referenced Content Item Identifier.
QString targetOf(DcmItem &item)
{
    const Uint32 *numbers = nullptr;
    unsigned long count = 0;
    if (item.findAndGetUint32Array(DCM_ReferencedContentItemIdentifier, numbers, &count).bad()
        || numbers == nullptr)
        return {};
    QStringList parts;
    for (unsigned long i = 0; i < std::min(count, 64UL); ++i)
        parts.append(QString::number(numbers[i]));
    return parts.join(u'.');
}

} // namespace

QString ContentReader::taken(QString words)
{
    const auto room = kMostCharacters - m_characters;
    m_isTruncated = m_isTruncated || words.size() > room;
    words.truncate(std::max<qsizetype>(0, room));
    m_characters += words.size();
    return words;
}

ContentItem ContentReader::read(DcmItem &item)
{
    ++m_nodes;
    ContentItem result{.relationship = code(item, DCM_RelationshipType).left(32),
                       .type = typeOf(code(item, DCM_ValueType)),
                       .name = codedConcept(item, DCM_ConceptNameCodeSequence, m_text),
                       .target = targetOf(item)};
    m_characters += result.name.meaning.size();
    readValue(item, result);
    DcmSequenceOfItems *all = nullptr;
    m_isTruncated = m_isTruncated
        || (item.findAndGetSequence(DCM_ContentSequence, all).good() && all->card() > kMostItems);
    for (auto *child : itemsOf(item, DCM_ContentSequence)) {
        if (m_nodes >= kMostNodes || m_characters >= kMostCharacters) {
            m_isTruncated = true;
            break;
        }
        result.children.push_back(read(*child));
    }
    return result;
}

void ContentReader::readValue(DcmItem &item, ContentItem &into)
{
    switch (into.type) {
    case ContentType::Text: into.text = taken(m_text.of(item, DCM_TextValue)); break;
    case ContentType::Code: into.code = codedConcept(item, DCM_ConceptCodeSequence, m_text); break;
    case ContentType::Number: readNumber(item, into); break;
    case ContentType::Date: into.text = isoDate(code(item, DCM_Date)); break;
    case ContentType::Time: into.text = isoTime(code(item, DCM_Time)); break;
    case ContentType::DateTime: into.text = isoMoment(code(item, DCM_DateTime)); break;
    case ContentType::PersonName: into.text = taken(personName(m_text.of(item, DCM_PersonName))); break;
    case ContentType::UidReference: into.text = taken(code(item, DCM_UID)); break;
    case ContentType::Image:
    case ContentType::Waveform:
    case ContentType::Composite:
        if (auto *reference = sequenceItem(item, DCM_ReferencedSOPSequence))
            into.reference = referencedImage(*reference);
        break;
    case ContentType::SpatialCoordinates:
    case ContentType::SpatialCoordinates3D:
    case ContentType::TemporalCoordinates: readCoordinates(item, into); break;
    case ContentType::Container:
    case ContentType::Table:
    case ContentType::Unknown: break;
    }
}

void ContentReader::readNumber(DcmItem &item, ContentItem &into)
{
    if (auto *measured = sequenceItem(item, DCM_MeasuredValueSequence)) {
        into.text = taken(code(*measured, DCM_NumericValue));
        into.code = codedConcept(*measured, DCM_MeasurementUnitsCodeSequence, m_text);
    }
    if (into.text.isEmpty())
        into.code = codedConcept(item, DCM_NumericValueQualifierCodeSequence, m_text);
}

void ContentReader::readCoordinates(DcmItem &item, ContentItem &into)
{
    into.graphicType =
        code(item, into.type == ContentType::TemporalCoordinates ? DCM_TemporalRangeType : DCM_GraphicType)
            .left(32);
    const Float32 *values = nullptr;
    unsigned long count = 0;
    if (into.type != ContentType::SpatialCoordinates
        || item.findAndGetFloat32Array(DCM_GraphicData, values, &count).bad() || values == nullptr)
        return;
    for (unsigned long i = 0; i + 1 < count && i < 2 * kMostItems; i += 2) {
        if (std::isfinite(values[i]) && std::isfinite(values[i + 1]))
            into.points.push_back({double{values[i]} - 0.5, double{values[i + 1]} - 0.5});
    }
    m_characters += static_cast<qsizetype>(into.points.size());
    m_isTruncated = m_isTruncated || count > 2 * kMostItems;
}

} // namespace simiao::dicom
