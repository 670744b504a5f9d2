#pragma once

#include "imaging/report/content_tree.h"

#include <functional>

namespace simiao::viewer {

/// Names a picture for a reader, "CT Chest, slice 11/40"; empty where it is not among the patient's.
using PictureNames = std::function<QString(const imaging::ReferencedImage &picture)>;

/// A report as a person reads it: without what only programs need (UIDs, the library of images, corners in pixels), pictures by
/// their names, known concepts and units in the interface's words. A mean or deviation is called so in
/// the name of its value. Nothing measured, said or named is left out; the tree has all.
imaging::Report forReader(imaging::Report report, const PictureNames &names);

/// All of it, with known concepts and units in the interface's words.
imaging::Report inWords(imaging::Report report);

} // namespace simiao::viewer
