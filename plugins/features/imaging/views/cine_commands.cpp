#include "imaging/views/cine_commands.h"

#include "imaging/views/active_view.h"
#include "imaging/views/command_action.h"

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

enum Place { Play, Slower, Faster, Mode };

} // namespace

CineCommands::CineCommands(ActiveView *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    m_all = {
        commandAction(this, u"imaging.cine"_s, {Qt::SHIFT | Qt::Key_K},
                      [this] { m_cine.isPlaying() ? m_cine.stop() : m_cine.play(); }),
        commandAction(this, u"imaging.cineSlower"_s, {Qt::Key_Comma}, [this] { m_cine.changeRate(false); }),
        commandAction(this, u"imaging.cineFaster"_s, {Qt::Key_Period}, [this] { m_cine.changeRate(true); }),
        commandAction(this, u"imaging.cineBackAndForth"_s, {Qt::ALT | Qt::Key_K},
                      [this] {
                          const bool isLoop = m_cine.mode() == CineMode::Loop;
                          m_cine.setMode(isLoop ? CineMode::BackAndForth : CineMode::Loop);
                      }),
    };
    m_all[Play]->setCheckable(true);
    m_all[Mode]->setCheckable(true);
    connect(view, &ActiveView::replaced, this, [this] { m_cine.setStack(m_view->stack()); });
    connect(view, &ActiveView::changed, this, &CineCommands::follow);
    connect(&m_cine, &Cine::changed, this, &CineCommands::follow);
    m_cine.setStack(view->stack());
    retranslate();
}

void CineCommands::retranslate()
{
    m_all[Play]->setText(tr("Cine"));
    m_all[Play]->setToolTip(tr("Run through the images, and stop"));
    m_all[Slower]->setText(tr("Cine slower"));
    m_all[Faster]->setText(tr("Cine faster"));
    m_all[Mode]->setText(tr("Cine back and forth"));
    m_all[Mode]->setToolTip(tr("After the last image the same way back, not the first again"));
    follow();
}

/// The rate that is wanted, and the one that is reached where that is another.
QString CineCommands::words() const
{
    constexpr double kSame = 0.9;
    if (!m_cine.isPlaying())
        return {};
    const auto wanted = QString::number(m_cine.rate(), 'f', 0);
    const auto reached = m_cine.trueRate();
    if (!reached || *reached >= kSame * m_cine.rate())
        return tr("Cine %1 a second", "images").arg(wanted);
    return tr("Cine %1 a second, shown %2", "images").arg(wanted, QString::number(*reached, 'f', 0));
}

void CineCommands::follow()
{
    for (auto *action : m_all)
        action->setEnabled(m_cine.canPlay());
    m_all[Play]->setVisible(m_view->stack()->count() > 1);
    m_all[Play]->setChecked(m_cine.isPlaying());
    m_all[Mode]->setChecked(m_cine.mode() == CineMode::BackAndForth);
    if (m_spoken && m_spoken != m_view->viewport())
        static_cast<Viewport *>(m_spoken.data())->setStatus(Viewport::Status::Cine, {});
    m_spoken = m_view->viewport();
    m_view->viewport()->setStatus(Viewport::Status::Cine, words());
}

} // namespace simiao::viewer
