#pragma once

#include "core/json.h"
#include "integration/dicomweb/tags.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace simiao::dicomweb {

/// PS3.18 F.2.2: the three ways in which a name is written.
struct PersonName
{
    QString alphabetic;
    QString ideographic;
    QString phonetic;

    bool operator==(const PersonName &) const = default;

    /// For the eye: the ideographic one where there is one, without ^.
    QString shown() const;
};

/// A data set of the DICOM JSON model that was checked by readDatasets(). Texts come without padding; what is absent is empty.
class JsonDataset
{
public:
    explicit JsonDataset(Json object)
        : m_object(std::move(object))
    {
    }

    /// The first value. A number is given as it was written.
    QString text(tags::Tag tag) const;
    QStringList texts(tags::Tag tag) const;
    /// Also of a number that stands as a text; nothing for all else.
    std::optional<int> number(tags::Tag tag) const;
    PersonName personName(tags::Tag tag) const;
    std::vector<JsonDataset> items(tags::Tag tag) const;

private:
    const Json::Array &valuesOf(tags::Tag tag) const;

    Json m_object;
};

/// Reads an answer in application/dicom+json: an array of data sets, or one alone. No bytes are no data sets (204).
/// Every element is checked: tag, VR, the types of its values, at most 16 sequences in each other.
/// \returns Invalid `archive.answer` with the place, "[3].00100010.Value[0]", or line and column
Result<std::vector<JsonDataset>> readDatasets(const QByteArray &utf8);

} // namespace simiao::dicomweb
