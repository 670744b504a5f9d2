#pragma once

#include "imaging/presentation/presentation_state.h"

namespace simiao::dicom {

struct DatasetFile;

/// Reads a Grayscale Softcopy Presentation State. As openDataset, and Invalid `presentation.unsupported` with the SOP class
/// for states of other kinds (colour, blending). \thread any, blocks
Result<imaging::PresentationState> readPresentationState(const QString &path,
                                                         const QString &characterSet = {});
/// The same from the bytes of a file: the entry for whoever tries hostile ones.
Result<imaging::PresentationState> parsePresentationState(const QByteArray &file);

/// Graphics of an unknown kind or with points that are no numbers are left out and named in `defects`.
Result<imaging::PresentationState> presentationStateFrom(const DatasetFile &file,
                                                         const QString &characterSet = {});

} // namespace simiao::dicom
