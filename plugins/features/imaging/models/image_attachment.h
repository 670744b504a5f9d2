#pragma once

#include "imaging/models/attach_words.h"
#include "imaging/models/place_listing.h"
#include "workflow/diagnostics/attach_study.h"
#include "workflow/diagnostics/import_check.h"
#include "workflow/diagnostics/keep_images.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace simiao::viewer {

/// Puts images on the patient's record: reads the place, asks when the images name somebody else or nobody, copies them to where they
/// stay, stores. What comes of a study that is on record is added to it. One at a time. \thread GUI
class ImageAttachment : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Idle,
        Reading,
        Examined,   ///< findings() and left() say what is wrong with them: confirm() or dismiss()
        Confirming, ///< the images are not labelled as this patient's: confirm() or dismiss()
        Storing,
        Copying, ///< copied() of copyTotal(): cancel()
        Failed,  ///< error() says why: retry() or dismiss()
    };

    /// \param objects  may be null: then only images are attached, and nothing is examined
    /// \param kept  may be null, or unable to copy: then the images stay where they are
    ImageAttachment(workflow::Context context,
                    std::shared_ptr<workflow::ImageSource> source,
                    std::shared_ptr<workflow::ImagingObjects> objects,
                    std::shared_ptr<workflow::ReceivedImages> kept,
                    Id<administration::Patient> patient,
                    QObject *parent = nullptr);
    ~ImageAttachment() override;

    /// What is on record: names of these studies are read as it was chosen there.
    void setStudies(std::vector<diagnostics::ImagingStudy> studies);

    /// Reads what is at `location`, a file or a folder. Ignored while another place is being read or stored.
    void start(const QString &location);
    /// One place after the other, each with its own question. Ignored like start().
    void startAll(const QStringList &locations);
    /// The same when what is under way has ended.
    void startLater(const QString &location);
    void confirm();
    void retry();
    /// Back to Idle without storing.
    void dismiss();
    /// What was copied is taken back, and nothing is attached.
    void cancel() { m_stopCopy.request_stop(); }

    Step step() const { return m_step; }
    bool isBusy() const
    {
        return m_step == Step::Reading || m_step == Step::Storing || m_step == Step::Copying;
    }
    const std::vector<workflow::ImageSeries> &series() const { return m_series; }
    /// Those of them whose names are perhaps misread, as they read likelier: workflow::doubtfulNames(). Known while Confirming.
    const std::vector<workflow::SeriesReading> &doubtful() const { return m_doubtful; }
    const std::vector<workflow::ImportFinding> &findings() const { return m_findings; }
    /// What lies at the place and is not taken. Known while Examined.
    workflow::LeftBehind left() const { return m_left.value_or(workflow::LeftBehind{}); }
    /// The others are copied, so that the place may be gone afterwards. Known while Examined.
    bool isToCopy() const { return m_isToCopy; }
    const Error &error() const { return *m_error; }
    /// Why it is asked whose they are: a code of workflow::doubtAbout(). Known while Confirming.
    const QString &doubtCode() const { return m_doubtCode; }
    int copied() const { return m_copied; }
    int copyTotal() const { return m_copyTotal; } ///< files
    /// What attached() put on record.
    const Added &added() const { return m_added; }
    /// The place this is about.
    const QString &location() const { return m_location; }

Q_SIGNALS:
    void changed();
    /// What lies at this place may be seen while it is copied: it is hers, or somebody said so.
    void copying(const QString &location, const QString &studyInstanceUid);
    /// Nothing of this place is put on record.
    void dismissed(const QString &location);
    /// Stored. \param studies  all studies of the patient, \param seriesInstanceUid  the first series attached
    void attached(const std::vector<simiao::diagnostics::ImagingStudy> &studies,
                  const QString &seriesInstanceUid);

private:
    using Stored = Result<std::vector<diagnostics::ImagingStudy>>;

    void setStep(Step step);
    void startNext();
    void read();
    void takeListing(const Result<PlaceListing> &listing);
    void askWhetherToCopy(const workflow::TakenFiles &taken);
    void countLeft(const workflow::TakenFiles &taken);
    void takeLeft(const Result<workflow::LeftBehind> &left);
    void examine();
    void takeHeaders(const Result<std::vector<workflow::ImportHeader>> &answer);
    void check();
    void keep();
    void copyWith(const QStringList &earlier);
    void listEarlier(const QStringList &places);
    void copy();
    void releaseCopies();
    void takeCopies(const Result<workflow::KeptImages> &kept);
    void store();
    void takeStored(const Stored &answer);
    void count(const std::vector<diagnostics::ImagingStudy> &stored);
    QStringList earlierPlaces() const;
    void ask(const QString &doubtCode);
    void fail(const Error &error);

    workflow::Context m_context;
    std::shared_ptr<workflow::ImageSource> m_source;
    std::shared_ptr<workflow::ImagingObjects> m_objects;
    std::shared_ptr<workflow::ReceivedImages> m_kept;
    Id<administration::Patient> m_patient;
    Step m_step = Step::Idle;
    QString m_location;
    QStringList m_waiting; ///< places after this one
    Uuid m_command;        ///< one for all tries of one attachment, so that it is stored at most once
    bool m_isConfirmed = false;
    std::vector<workflow::ImageSeries> m_series;
    QStringList m_files; ///< that are copied
    bool m_isToCopy = false;
    workflow::KeptImages m_copies;
    int m_copied = 0;
    int m_copyTotal = 0;
    Added m_added;
    std::vector<diagnostics::ImagingStudy> m_known; ///< on record
    std::vector<workflow::SeriesReading> m_doubtful;
    workflow::ChosenCharacters m_characters;
    std::vector<workflow::ImportFinding> m_findings;
    bool m_isExamined = false; ///< what is left out and what is found about the rest may be told
    std::optional<workflow::LeftBehind> m_left;
    QString m_doubtCode;
    std::optional<Error> m_error;
    std::stop_source m_stop;
    std::stop_source m_stopCopy;
};

} // namespace simiao::viewer
