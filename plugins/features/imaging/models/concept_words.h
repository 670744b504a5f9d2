#pragma once

#include "imaging/report/content_tree.h"

namespace simiao::viewer {

/// What a concept is called in the interface's language where it is one that measurement reports and key objects are made of; else
/// what the report itself calls it.
QString conceptWords(const imaging::CodedConcept &named);

/// What an object calls itself, in the interface's language where that is the meaning of such a concept: lists know no more of it.
QString titleWords(const QString &title);

/// A unit as people write it: "HU", "°", "mm²"; others by their UCUM code.
QString unitWords(const imaging::CodedConcept &unit);

} // namespace simiao::viewer
