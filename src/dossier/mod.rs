//! What a fact-check report is made of: everything that is computed for it out of readings and findings, before any of
//! it is laid out.
pub mod timeline;
