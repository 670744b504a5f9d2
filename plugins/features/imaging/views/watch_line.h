#pragma once

#include "imaging/models/watched_folder.h"
#include "imaging/views/step_line.h"
#include "sdk/visit.h"

namespace simiao::viewer {

/// "2 studies of this patient lie in …", with the answer to attach them; or why the watched folder cannot be read.
class WatchLine : public StepLine
{
    Q_OBJECT

public:
    /// \param folder  followed, not owned
    explicit WatchLine(WatchedFolder *folder, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const QStringList &places);

protected:
    ui::Notice notice() const override;
    void act(int index) override;

private:
    void followFolder();
    bool isTroubled() const;

    WatchedFolder *m_folder;
    bool m_isTroubleRead = false;
};

/// The line of a visit: the folder of the settings, as this patient's panel sees it.
WatchLine *watchLineOf(sdk::Visit *visit, const std::shared_ptr<workflow::ImageSource> &source);

} // namespace simiao::viewer
