#pragma once

#include "admin/models/import_call.h"
#include "admin/models/reject_table_model.h"
#include "admin/models/repeatable_command.h"
#include "ui/widgets/view_state.h"

#include <QElapsedTimer>
#include <QTimer>

namespace simiao::admin {

/// Bringing one file in: the path, the dry run with what it found, the import of exactly what was tried. One a step; it goes
/// on while another step is looked at.
class ImportWork : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Nothing, ///< no file was tried, or the path is another one now
        Trying,
        Tried,
        Storing,
        Stored,
    };

    ImportWork(sdk::Desk *desk, workflow::SetupStep step, QObject *parent = nullptr);

    workflow::SetupStep step() const { return m_step; }
    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage == Stage::Trying || m_stage == Stage::Storing; }
    /// Whether the dry run found rows and nothing wrong with them.
    bool mayImport() const;
    const QString &path() const { return m_path; }
    const QString &password() const { return m_password; }
    const QString &reason() const { return m_reason; }
    RejectTableModel *rejects() const { return m_rejects; }
    /// What runs, what a dry run found, what was stored or went wrong; empty before.
    ui::Notice notice() const;
    /// What there is to say in place of rejects, or about the running reading.
    ui::ViewState state() const;

    /// Another file: what the dry run of the one before found is forgotten.
    void setPath(const QString &path);
    void setPassword(const QString &password) { m_password = password; }
    void setReason(const QString &reason) { m_reason = reason; }

    void tryOut();
    /// Stores what was tried, all or nothing.
    void import();
    /// Ends a reading that takes too long; what is being stored is stored.
    void stop();
    /// Writes the example table into the documents folder; its path becomes the path when there was none.
    void saveTemplate();
    void exportRejects();
    void retranslate();

Q_SIGNALS:
    void changed();
    /// The path became another one without having been typed.
    void pathSet();

private:
    using Report = workflow::ClinicImportReport;

    ImportOrder order(bool isDryRun);
    void begin(Stage stage);
    void end(Stage stage);
    void takeTable(const Result<CsvTable> &table);
    void takeTrial(const Result<Report> &report);
    void takeImport(const Result<Report> &report);
    void showRejects(const std::vector<CsvReject> &rejects);
    void fail(const Error &error);
    int rowsRead() const;
    QString countsText() const;
    QString progressText() const;
    QString documentName(const QString &part) const;

    sdk::Desk *m_desk;
    workflow::SetupStep m_step;
    RejectTableModel *m_rejects;
    Stage m_stage = Stage::Nothing;
    QString m_path;
    QString m_password;
    QString m_reason;
    std::shared_ptr<const CsvTable> m_table;
    std::optional<Report> m_report;
    std::optional<Error> m_fault;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic<int>> m_rows;
    RepeatableCommand m_command;
    int m_trials = 0;
    QTimer m_tick;
    QElapsedTimer m_since;
};

} // namespace simiao::admin
