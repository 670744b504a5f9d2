#pragma once

#include "domain/administration/patient.h"
#include "domain/diagnostics/imaging_study.h"
#include "imaging/models/folder_snapshot.h"
#include "workflow/ports/image_source.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace simiao::viewer {

/// A folder that other programs put images into, as one patient's panel sees it: what of it is hers and not on her record is
/// offered, once nobody writes there any more: studies, and of those on record what came later. Nothing in it is moved, changed or deleted. \thread GUI, the reading elsewhere
class WatchedFolder : public QObject
{
    Q_OBJECT

public:
    /// How long the folder must be the same before it is read, and how often it is looked at where the system does not say
    /// that something changed (shares).
    struct Pace
    {
        std::chrono::milliseconds settle{2'000};
        std::chrono::milliseconds look{30'000};
    };

    WatchedFolder(std::shared_ptr<workflow::ImageSource> source,
                  administration::Patient patient,
                  Pace pace,
                  QObject *parent = nullptr);
    ~WatchedFolder() override;

    /// Empty: nothing is watched.
    void setFolder(const QString &folder);
    /// What is on her record is not offered.
    void setStudies(const std::vector<diagnostics::ImagingStudy> &studies);
    /// What is offered now is not offered again, until more comes.
    void dismiss();

    const QString &folder() const { return m_folder; }
    /// Folders with her studies, to be attached as they are.
    QStringList places() const;
    /// Her studies in them that are not on record.
    int studies() const;
    /// Images in them, more than there are on record, of studies that are.
    int moreImages() const;
    /// Why nothing can be said: the folder is missing, has too many files, or cannot be read.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    using Listing = Result<std::vector<workflow::ImageSeries>>;
    /// A study as far as it lies in a place.
    struct Part
    {
        QString study;
        int images = 0;

        bool operator==(const Part &) const = default;
    };
    struct Offer
    {
        QString place;
        std::vector<Part> parts;
    };

    void look();
    void takeSnapshot(const Result<FolderSnapshot> &snapshot);
    void read();
    void takeListing(const Listing &listing);
    void fail(const Error &error);
    std::vector<Offer> offered() const;

    std::shared_ptr<workflow::ImageSource> m_source;
    administration::Patient m_patient;
    Pace m_pace;
    QString m_folder;
    QHash<QString, int> m_onRecord; ///< images by study instance UID
    std::unique_ptr<QFileSystemWatcher>
        m_watcher; ///< only where a folder is named: each visit opens with one of these
    QTimer m_next;
    std::optional<FolderSnapshot> m_last;
    std::optional<FolderSnapshot> m_read;
    std::vector<Offer> m_hers;
    std::vector<Part> m_dismissed;
    std::optional<Error> m_error;
    bool m_isLooking = false;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
