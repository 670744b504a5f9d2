#pragma once

#include <QString>

namespace simiao::dicom {

struct DatasetFile;

/// What an object is for the person who opens it.
enum class ObjectKind {
    Image,
    Report,            ///< structured report
    KeyObjects,        ///< key object selection
    PresentationState, ///< how images were shown
    Waveform,          ///< ECG, EEG, sound …
    Document,          ///< encapsulated PDF, CDA or model
    Plan,              ///< radiotherapy plan or treatment record
    StructureSet,      ///< radiotherapy contours
    Annotations,       ///< of whole-slide images
    Registration,      ///< how two frames of reference lie
    Palette,           ///< colour palette
    Directory,         ///< DICOMDIR
    Other,             ///< none of these, and no pixels
};

/// By SOP Class UID, else by Modality, else by whether there are pixels.
ObjectKind objectKind(const DatasetFile &file);

/// The same of an object that has pixels, by its SOP Class UID.
ObjectKind objectKindWithPixels(const QString &sopClass);

/// "report", "waveform": for machines.
QString codeOf(ObjectKind kind);

} // namespace simiao::dicom
