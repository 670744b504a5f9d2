#pragma once

#include "workflow/diagnostics/attach_study.h"
#include "workflow/diagnostics/import_check.h"
#include "workflow/diagnostics/study_characters.h"
#include "workflow/ports/imaging_objects.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace simiao::viewer {

/// Puts images on the patient's record: reads the place, stores, and asks first when the images name somebody
/// else or nobody. One at a time. \thread GUI
class ImageAttachment : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Idle,
        Reading,
        Examined,   ///< findings() say what is wrong with them: confirm() or dismiss()
        Confirming, ///< the images are not labelled as this patient's: confirm() or dismiss()
        Storing,
        Failed, ///< error() says why: retry() or dismiss()
    };

    /// \param objects  may be null: then only images are attached, and nothing is examined
    ImageAttachment(workflow::Context context,
                    std::shared_ptr<workflow::ImageSource> source,
                    std::shared_ptr<workflow::ImagingObjects> objects,
                    Id<administration::Patient> patient,
                    QObject *parent = nullptr);
    ~ImageAttachment() override;

    /// Names of studies that are on record already are read as it was chosen there.
    void setCharacters(workflow::ChosenCharacters chosen) { m_characters = std::move(chosen); }

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

    Step step() const { return m_step; }
    bool isBusy() const { return m_step == Step::Reading || m_step == Step::Storing; }
    const std::vector<workflow::ImageSeries> &series() const { return m_series; }
    /// Those of them whose names are perhaps misread, as they read likelier: workflow::doubtfulNames(). Known while Confirming.
    const std::vector<workflow::SeriesReading> &doubtful() const { return m_doubtful; }
    const std::vector<workflow::ImportFinding> &findings() const { return m_findings; }
    const Error &error() const { return *m_error; }
    /// The place this is about.
    const QString &location() const { return m_location; }

Q_SIGNALS:
    void changed();
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
    void store();
    void takeSeries(Result<std::vector<workflow::ImageSeries>> answer);
    void takeObjects(const Result<std::vector<workflow::ImagingObject>> &answer,
                     const std::optional<Error> &noImages);
    void examine();
    void takeHeaders(const Result<std::vector<workflow::ImportHeader>> &answer);
    void takeStored(const Stored &answer);
    void ask();
    void fail(const Error &error);

    workflow::Context m_context;
    std::shared_ptr<workflow::ImageSource> m_source;
    std::shared_ptr<workflow::ImagingObjects> m_objects;
    Id<administration::Patient> m_patient;
    Step m_step = Step::Idle;
    QString m_location;
    QStringList m_waiting; ///< places after this one
    Uuid m_command;        ///< one for all tries of one attachment, so that it is stored at most once
    bool m_isConfirmed = false;
    std::vector<workflow::ImageSeries> m_series;
    std::vector<workflow::SeriesReading> m_doubtful;
    workflow::ChosenCharacters m_characters;
    std::vector<workflow::ImportFinding> m_findings;
    std::optional<Error> m_error;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
