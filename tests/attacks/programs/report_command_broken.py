"""Spells a workflow's old command so that it is put together by what is taken out of it."""

raise RuntimeError(
    "#\u200b#[error]owned ##\u200b[error]owned # #[error] #\x00#[error]owned " + "y" * 40 + " :\u200b:error::owned"
)
