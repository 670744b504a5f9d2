#pragma once

#include "imaging/measure/measured_items.h"
#include "imaging/report/content_tree.h"

#include <optional>

namespace simiao::dicom::codes {

using imaging::CodedConcept;

/// DICOM Controlled Terminology (PS3.16 annex D) and SNOMED CT codes of templates 1500, 1501 and 2010.
const CodedConcept &measurementReport();
const CodedConcept &language();
const CodedConcept &observerType();
const CodedConcept &person();
const CodedConcept &observerName();
const CodedConcept &procedureReported();
const CodedConcept &imagingProcedure();
const CodedConcept &imageLibrary();
const CodedConcept &imageLibraryGroup();
const CodedConcept &imagingMeasurements();
const CodedConcept &measurementGroup();
const CodedConcept &trackingIdentifier();
const CodedConcept &trackingUid();
const CodedConcept &method();
const CodedConcept &imageRegion();
const CodedConcept &source();
const CodedConcept &comment();
const CodedConcept &ofInterest();
const CodedConcept &keyObjectDescription();
const CodedConcept &notMeasured();

const CodedConcept &derivation();

/// What was measured: of values the quantity that their unit tells of, whatever was made of it.
CodedConcept quantity(const imaging::MeasuredItem &item);
/// What was made of the values: their mean …; nothing where the number is the quantity itself.
std::optional<CodedConcept> derivationOf(imaging::MeasuredQuantity quantity);
CodedConcept unit(const QString &ucum);
/// The tool that drew it; a scheme of our own.
CodedConcept tool(imaging::MeasurementKind kind);
/// The ground of a length or an area; a scheme of our own.
CodedConcept basis(imaging::LengthBasis basis);

} // namespace simiao::dicom::codes
