#include "integration/dicom/object_kind.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <optional>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

struct ByClass
{
    const char *prefix; ///< of the SOP Class UID behind 1.2.840.10008.5.1.4.; the longer ones come first
    ObjectKind kind;
};

// PS3.4 annex B.5 and GG.3, and the retired ones of PS3.6.
constexpr std::array kByClass{
    ByClass{"1.1.88.59", ObjectKind::KeyObjects},
    ByClass{"1.1.88.", ObjectKind::Report},
    ByClass{"1.1.104.", ObjectKind::Document},
    ByClass{"1.1.11.", ObjectKind::PresentationState},
    ByClass{"1.1.9.", ObjectKind::Waveform},
    ByClass{"1.1.481.3", ObjectKind::StructureSet},
    ByClass{"1.1.481.4", ObjectKind::Plan},
    ByClass{"1.1.481.5", ObjectKind::Plan},
    ByClass{"1.1.481.6", ObjectKind::Plan},
    ByClass{"1.1.481.7", ObjectKind::Plan},
    ByClass{"1.1.481.8", ObjectKind::Plan},
    ByClass{"1.1.481.9", ObjectKind::Plan},
    ByClass{"1.1.91.", ObjectKind::Annotations},
    ByClass{"1.1.66.1", ObjectKind::Registration},
    ByClass{"1.1.66.3", ObjectKind::Registration},
    ByClass{"39.", ObjectKind::Palette},
    ByClass{"1.1.", ObjectKind::Image},
};

struct ByModality
{
    const char *modality;
    ObjectKind kind;
};

constexpr std::array kByModality{
    ByModality{"SR", ObjectKind::Report},
    ByModality{"KO", ObjectKind::KeyObjects},
    ByModality{"PR", ObjectKind::PresentationState},
    ByModality{"ECG", ObjectKind::Waveform},
    ByModality{"EEG", ObjectKind::Waveform},
    ByModality{"HD", ObjectKind::Waveform},
    ByModality{"DOC", ObjectKind::Document},
    ByModality{"RTPLAN", ObjectKind::Plan},
    ByModality{"RTRECORD", ObjectKind::Plan},
    ByModality{"RTSTRUCT", ObjectKind::StructureSet},
    ByModality{"REG", ObjectKind::Registration},
    ByModality{"ANN", ObjectKind::Annotations},
};

std::optional<ObjectKind> byClass(const QString &uid)
{
    const auto found = std::ranges::find_if(kByClass, [&](const ByClass &entry) {
        return uid.startsWith("1.2.840.10008.5.1.4."_L1 + QLatin1StringView(entry.prefix));
    });
    return found == kByClass.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<ObjectKind> byModality(const QString &modality)
{
    const auto found = std::ranges::find_if(
        kByModality, [&](const ByModality &entry) { return modality == QLatin1StringView(entry.modality); });
    return found == kByModality.end() ? std::nullopt : std::optional(found->kind);
}

} // namespace

ObjectKind objectKind(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    if (dataset.tagExists(DCM_DirectoryRecordSequence) || dataset.tagExists(DCM_FileSetID))
        return ObjectKind::Directory;
    const auto sopClass = code(dataset, DCM_SOPClassUID);
    if (file.layout.pixels)
        return objectKindWithPixels(sopClass);
    const auto ofClass = byClass(sopClass);
    if (ofClass)
        return *ofClass;
    // Palettes that were cut out of an image have neither.
    const bool isPalette = dataset.tagExists(DCM_RedPaletteColorLookupTableDescriptor);
    return byModality(code(dataset, DCM_Modality))
        .value_or(isPalette ? ObjectKind::Palette : ObjectKind::Other);
}

ObjectKind objectKindWithPixels(const QString &sopClass)
{
    return byClass(sopClass).value_or(ObjectKind::Image);
}

QString codeOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Image: return u"image"_s;
    case ObjectKind::Report: return u"report"_s;
    case ObjectKind::KeyObjects: return u"keyObjects"_s;
    case ObjectKind::PresentationState: return u"presentationState"_s;
    case ObjectKind::Waveform: return u"waveform"_s;
    case ObjectKind::Document: return u"document"_s;
    case ObjectKind::Plan: return u"plan"_s;
    case ObjectKind::StructureSet: return u"structureSet"_s;
    case ObjectKind::Annotations: return u"annotations"_s;
    case ObjectKind::Registration: return u"registration"_s;
    case ObjectKind::Palette: return u"palette"_s;
    case ObjectKind::Directory: return u"directory"_s;
    case ObjectKind::Other: return u"other"_s;
    }
    return {};
}

} // namespace simiao::dicom
