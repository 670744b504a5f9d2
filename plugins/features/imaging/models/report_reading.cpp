#include "imaging/models/report_reading.h"

#include "imaging/models/concept_words.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace simiao::viewer {

using imaging::CodedConcept;
using imaging::ContentItem;
using imaging::ContentType;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Objects)
};

bool isDcm(const CodedConcept &name, const char *value)
{
    return name.scheme == QLatin1String("DCM") && name.value == QLatin1String(value);
}

/// "Nodule 1" is somebody's word for it; a number made by a program is not.
bool isTrackingNumber(const ContentItem &item)
{
    return isDcm(item.name, "112039") && !QUuid::fromString(item.text).isNull();
}

bool isForPrograms(const ContentItem &item)
{
    return item.type == ContentType::UidReference || isTrackingNumber(item)
        || isDcm(item.name, "121049")  // Language of Content Item and Descendants
        || isDcm(item.name, "111028"); // Image Library
}

bool areCoordinates(const ContentItem &item)
{
    return item.type == ContentType::SpatialCoordinates || item.type == ContentType::SpatialCoordinates3D;
}

void sayInWords(ContentItem &item)
{
    item.name.meaning = conceptWords(item.name);
    if (item.type == ContentType::Code)
        item.code.meaning = conceptWords(item.code);
    else if (item.type == ContentType::Number && !item.text.isEmpty())
        item.code.value = unitWords(item.code);
}

bool isMethod(const CodedConcept &name)
{
    return name.scheme == QLatin1String("SCT") && name.value == QLatin1String("370129005");
}

/// A standard deviation that only the next line calls so is read as the value itself.
void takeDerivation(ContentItem &number)
{
    const auto found = std::ranges::find_if(number.children, [](const ContentItem &child) {
        return child.type == ContentType::Code && isDcm(child.name, "121401");
    });
    if (found == number.children.end())
        return;
    number.name.meaning = Words::tr("%1, %2", "what was measured, mean or deviation of it")
                              .arg(number.name.meaning, found->code.meaning);
    number.children.erase(found);
}

void read(ContentItem &item, const PictureNames &names);

void readChildren(ContentItem &item, const PictureNames &names)
{
    std::vector<ContentItem> kept;
    for (auto &child : item.children) {
        if (isForPrograms(child))
            continue;
        if (areCoordinates(child)) {
            // The picture that they lie on stays.
            readChildren(child, names);
            kept.insert(kept.end(), child.children.begin(), child.children.end());
            continue;
        }
        read(child, names);
        kept.push_back(std::move(child));
    }
    item.children = std::move(kept);
}

void read(ContentItem &item, const PictureNames &names)
{
    readChildren(item, names);
    if (item.type == ContentType::Image) {
        if (const auto name = names ? names(item.reference) : QString(); !name.isEmpty()) {
            item.type = ContentType::Text;
            item.text = name;
        }
        item.name.meaning = Words::tr("Image");
        return;
    }
    sayInWords(item);
    if (item.type == ContentType::Number)
        takeDerivation(item);
    for (auto &child : item.children) {
        if (child.type == ContentType::Code && isMethod(child.name))
            child.name.meaning = item.type == ContentType::Number
                ? Words::tr("Stands on", "a length on its spacing")
                : Words::tr("Drawn as", "a measurement");
    }
}

void sayAllInWords(ContentItem &item)
{
    sayInWords(item);
    for (auto &child : item.children)
        sayAllInWords(child);
}

} // namespace

imaging::Report inWords(imaging::Report report)
{
    sayAllInWords(report.root);
    return report;
}

imaging::Report forReader(imaging::Report report, const PictureNames &names)
{
    read(report.root, names);
    return report;
}

} // namespace simiao::viewer
