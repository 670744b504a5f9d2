#pragma once

#include "sdk/backend_plugin.h"
#include "sdk/notification.h"
#include "sdk/plugin_manifest.h"
#include "sdk/plugin_status.h"
#include "sdk/profile_kind.h"
#include "workflow/administration/settings.h"
#include "workflow/context.h"
#include "workflow/ports/archive_setup.h"
#include "workflow/ports/draft_journal.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"
#include "workflow/ports/received_images.h"
#include "workflow/ports/terminology_service.h"
#include "workflow/reference_data.h"

#include <QAction>
#include <QLocale>
#include <QObject>

#include <memory>

namespace simiao::sdk {

class Visit;

/// The person and everything recorded of her that a banner shows. Absent values are "not recorded", never guessed.
struct BannerPatient
{
    administration::Patient patient;
    std::vector<clinical::AllergyIntolerance> allergies;
    std::optional<Quantity> weight;

    bool operator==(const BannerPatient &) const = default;
};

/// One extension with the widget its factory made.
struct Panel
{
    Extension extension;
    QWidget *widget = nullptr;
};

/// What a session offers the plugins: ports, reference data, the banner, commands, notices.
/// One per log-in, owned by the shell. \thread GUI
class Desk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A copy for a use case.
    virtual workflow::Context context() const = 0;
    /// Always the same object; what it holds is replaced when the hospital activates other rules, words or templates
    /// (referenceChanged). Ask each time, and keep no pointer into it.
    virtual const workflow::ReferenceData &reference() const = 0;
    /// What hospital, department and person chose; the defaults until they are read (settingsChanged).
    virtual const workflow::Settings &settings() const = 0;
    /// Null until it is read (terminologyChanged), so that no screen waits for it; say so meanwhile.
    virtual std::shared_ptr<workflow::TerminologyService> terminology() const = 0;
    /// Null where nothing provides them; say so on the screen.
    virtual std::shared_ptr<workflow::ImageSource> images() const = 0;
    /// Archives that images can be brought from, in the order of the settings; empty where none is set up.
    virtual std::vector<std::shared_ptr<workflow::ImageArchive>> archives() const { return {}; }
    /// Where brought images lie; null where nothing keeps them.
    virtual std::shared_ptr<workflow::ReceivedImages> receivedImages() const { return nullptr; }
    /// Null where nothing reads and writes objects that are no images.
    virtual std::shared_ptr<workflow::ImagingObjects> imagingObjects() const { return nullptr; }
    virtual workflow::DraftJournal *drafts() const = 0;
    /// Language and formats of the user interface.
    virtual QLocale locale() const = 0;

    /// Whether these are real people's records. Prints bear profileMark() of it.
    virtual ProfileKind profileKind() const = 0;

    /// The panels registered at `point` that this session's roles may see, in order, made for `visit`. The page gives each
    /// an action `panel.<component>` with the extension's keys, which puts the focus there. Where an extension names a screen,
    /// the widget is a place of the panel: it shows the panel, or says that it stands in a window of its own.
    virtual std::vector<Panel> visitPanels(const QString &point, Visit *visit, QWidget *parent) = 0;

    /// Shows this person in the banner on every part of the window, or nobody.
    virtual void showPatient(const std::optional<BannerPatient> &patient) = 0;

    /// This visit is the one on the screen, in one step with showPatient(): its panels are shown in windows of their own,
    /// those of others leave them. Null: none is.
    virtual void showVisit(Visit *visit) = 0;

    /// The folder of themes, rules and other data of the program (resources/), where a plugin finds its own; empty: there is
    /// none.
    virtual QString resourceFolder() const { return {}; }

    /// What became of each plugin at this start.
    virtual std::vector<PluginStatus> plugins() const = 0;
    /// Switches a plugin on or off from the next start on.
    virtual Result<void> setPluginEnabled(const QString &id, bool isEnabled) = 0;
    /// For the person who keeps the back-end running; null where it offers none.
    virtual std::shared_ptr<workflow::StoreMaintenance> maintenance() const = 0;

    /// Makes the action known to the command palette and the help, under a stable id such as "consult.sign". Its keys are
    /// those of the key map from then on, where that names the id; several open pages may each have an action of one id.
    /// \param names  where its text is not found by tr(), such as the title of an extension; else empty
    virtual void addCommand(const QString &id, QAction *action, const LocalText &names = {}) = 0;

    /// Says what went wrong and what to do next, in a line that does not steal the focus.
    virtual void showError(const Error &error) = 0;
    /// Says what was done; goes away by itself.
    virtual void showDone(const QString &text) = 0;

    /// Puts it on the list of what is worth knowing.
    virtual void postNotification(const Notification &notification) = 0;
    /// It is no longer so. Nothing where there is none.
    virtual void withdrawNotification(const QString &id) = 0;

    /// Servers that say what is planned on the devices; empty where none is set up.
    virtual std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists() const { return {}; }
    /// How archives and worklists are set up; null where that is not kept by this program.
    virtual std::shared_ptr<workflow::ArchiveSetup> archiveSetup() const { return nullptr; }

Q_SIGNALS:
    /// The interface language changed; texts made by hand are made again.
    void languageChanged();
    /// Somebody chose something that concerns this session.
    void settingsChanged();
    /// Codes and drugs can be found now, or there are others than before.
    void terminologyChanged();
    /// Other rules, words or templates hold than before: what was checked or shown by them is made again.
    void referenceChanged();
};

/// Text for an error code in the interface's language: cause and next action. Falls back to a general sentence with the
/// code, never to nothing.
QString errorText(const Error &error);

} // namespace simiao::sdk
