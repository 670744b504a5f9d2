#pragma once

#include "domain/administration/patient.h"

namespace simiao::diagnostics {

/// DICOM images of a patient that this workstation can open. FHIR ImagingStudy.
struct ImagingStudy : Record<ImagingStudy>
{
    /// ImagingStudy.subject.
    Id<administration::Patient> patient;
    /// ImagingStudy.identifier: StudyInstanceUID.
    QString studyInstanceUid;
    /// ImagingStudy.modality.
    QString modality;
    /// ImagingStudy.description.
    QString description;
    /// ImagingStudy.started, ISO day as the images say it; empty when they do not.
    QString started;
    /// ImagingStudy.numberOfSeries.
    int numberOfSeries = 0;
    /// ImagingStudy.numberOfInstances.
    int numberOfInstances = 0;
    /// ImagingStudy.endpoint: file or folder the images are read from.
    QString endpoint;
    /// Specific Character Set (0008,0005) that somebody chose for the texts of its files, which declare another one; absent: as they
    /// declare.
    std::optional<QString> characterSet;

    bool operator==(const ImagingStudy &) const = default;
};

} // namespace simiao::diagnostics

namespace simiao {

template <>
struct Describe<diagnostics::ImagingStudy>
{
    using S = diagnostics::ImagingStudy;
    static constexpr const char *name = "ImagingStudy";
    static constexpr const char *table = "imaging_study";
    static constexpr auto fields =
        recordWith<S>(field("patient", "ImagingStudy.subject", &S::patient),
                      field("study_instance_uid", "ImagingStudy.identifier.value", &S::studyInstanceUid),
                      field("modality", "ImagingStudy.modality", &S::modality),
                      field("description", "ImagingStudy.description", &S::description, Privacy::Clinical),
                      field("started", "ImagingStudy.started", &S::started),
                      field("number_of_series", "ImagingStudy.numberOfSeries", &S::numberOfSeries),
                      field("number_of_instances", "ImagingStudy.numberOfInstances", &S::numberOfInstances),
                      field("endpoint", "ImagingStudy.endpoint", &S::endpoint),
                      field("character_set", "ImagingStudy.extension[characterSet]", &S::characterSet));
};

} // namespace simiao
