#pragma once

#include "imaging/models/watched_folder.h"
#include "sdk/visit.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// "2 studies of this patient lie in …", with the answer to attach them; or why the watched folder cannot be read.
class WatchLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param folder  followed, not owned
    explicit WatchLine(WatchedFolder *folder, QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

Q_SIGNALS:
    void wanted(const QStringList &places);

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void act(int index);
    bool isTroubled() const;
    ui::Notice notice() const;

    WatchedFolder *m_folder;
    ui::NoticeLine *m_line;
    bool m_isTroubleRead = false;
};

/// The line of a visit: the folder of the settings, as this patient's panel sees it.
WatchLine *watchLineOf(sdk::Visit *visit, const std::shared_ptr<workflow::ImageSource> &source);

} // namespace simiao::viewer
