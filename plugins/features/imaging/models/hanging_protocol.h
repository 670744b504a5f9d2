#pragma once

#include "domain/base/local_text.h"
#include "imaging/models/chest_wall.h"
#include "imaging/models/grid_size.h"
#include "workflow/diagnostics/same_person.h"
#include "workflow/ports/image_source.h"

#include <QStringList>

namespace simiao::viewer {

/// Which series a viewport wants.
struct SeriesRule
{
    enum class Plane { Any, Axial, Coronal, Sagittal };

    int prior =
        0; ///< 0: the study that is looked at; 1: the latest one before it, of its modality and body part …
    QStringList modalities = {}; ///< empty: any
    QString description = {};    ///< part of the series' description, in any case; empty: any
    Plane plane = Plane::Any;
    QString side = {}; ///< R, L, B; empty: any
    QString view = {}; ///< CC, MLO, PA; empty: any
    int number =
        1; ///< of those that fit, in their order, from 1: series, or images where side or view is named

    bool isLocalizerCounted = false; ///< every series counts, not only countedSeries()

    /// It wants one image, wherever it stands in its series.
    bool isOfImage() const { return !side.isEmpty() || !view.isEmpty(); }
};

/// One viewport of a protocol.
struct HangingViewport
{
    SeriesRule series = {};
    QString preset = {}; ///< id of a window preset; empty: the image's own window
    int screen = 1;      ///< 1: the panel's; 2 …: another one, if there is one
    /// Mammograms stand back to back: the edge of the viewport that the chest wall lies at.
    std::optional<ChestWall> chestWall = {};
};

/// How studies of a kind are laid out when they are opened: a file of resources/hanging.
struct HangingProtocol
{
    QString id = {}; ///< name of its file, without .json
    LocalText title = {};
    QStringList modalities = {}; ///< of the study that is looked at, and of its priors; never empty
    QStringList bodyParts = {};  ///< empty: any
    int priors = 0;              ///< earlier studies it needs
    int leastSeries = 1;         ///< of the current study, countedSeries()
    int leastViews = 0; ///< of its viewports that want one image of the current study: so many find theirs
    int leastWidth = 0; ///< px of the panel, below which it is not applied by itself
    int monitors = 1;   ///< for which it is meant
    GridSize layout = {};
    std::vector<HangingViewport> viewports = {};
    bool isScrollLinked = false;
    bool isWindowLinked = false;
    bool hasReferenceLines = false;
};

/// A study of the patient, by the series of it that are known.
struct HungStudy
{
    QString studyInstanceUid = {};
    QString date = {}; ///< ISO
    QString modality = {};
    QString bodyPart = {};
    std::vector<int> series = {}; ///< indexes
    QString time = {};            ///< 09:30:00; empty where not said
    QString side = {};            ///< R or L where all images that name a side name this one
    workflow::NamedPerson person = {};
};

/// The studies of these series, in their order.
std::vector<HungStudy> studiesOf(const std::vector<workflow::ImageSeries> &series);

/// What goes together besides one modality with itself and one body part with itself.
struct StudyRelation
{
    QStringList modalities = {};
    QStringList bodyParts = {};
};
/// A protocol lays its modalities and its body parts side by side.
StudyRelation relationOf(const HangingProtocol &protocol);

/// It is older, names the same person, and is of the same kind: same or related modality, same or related body part, not the other side. CR and DX are one kind, and a
/// body part or a side that is not said may be the same one.
bool isPriorOf(const HungStudy &earlier, const HungStudy &current, const StudyRelation &relation = {});
/// By any of the protocols that want priors.
bool isPriorOf(const HungStudy &earlier,
               const HungStudy &current,
               const std::vector<HangingProtocol> &protocols);

/// The study that is looked at, then the earlier ones that can be compared with it, the latest of them first.
/// \param current  UID of the study that is looked at; where it is not among these, the latest study of all
std::vector<HungStudy> studiesToHang(const std::vector<workflow::ImageSeries> &series,
                                     const StudyRelation &relation = {},
                                     const QString &current = {});

/// Why a protocol fits.
struct ProtocolFit
{
    bool isFitting = false;
    int points = 0; ///< more: it is meant more closely
    bool isByPart = false;
};
/// \param series  those of the studies
ProtocolFit fitOf(const HangingProtocol &protocol,
                  const std::vector<HungStudy> &studies,
                  const std::vector<workflow::ImageSeries> &series);

/// The protocol that is meant most closely for the latest study; of equal ones the first. Null when none fits.
const HangingProtocol *bestProtocol(const std::vector<HangingProtocol> &all,
                                    const std::vector<workflow::ImageSeries> &series);

/// What a viewport of a protocol shows.
struct HungImage
{
    int series = 0;                ///< index
    std::optional<int> slice = {}; ///< from 0; nothing: where the series begins by itself

    bool operator==(const HungImage &) const = default;
};
/// Nothing where there is none. Of a prior the series that is called as the current one is; where names do not tell, the one of its
/// number.
std::optional<HungImage> imageFor(const SeriesRule &rule,
                                  const std::vector<HungStudy> &studies,
                                  const std::vector<workflow::ImageSeries> &series);

} // namespace simiao::viewer
